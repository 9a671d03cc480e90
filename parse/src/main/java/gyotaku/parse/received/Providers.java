package gyotaku.parse.received;

import gyotaku.model.Text;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The mail providers known: one file each in `providers/`.
final class Providers {

    private Providers() {}

    private static final String FOLDER = "gyotaku/parse/received/providers";

    /// All of them, read on first use and kept.
    static List<Provider> known() {
        return Known.PROVIDERS;
    }

    private static final class Known {
        private static final List<Provider> PROVIDERS = read();
    }

    private static List<Provider> read() {
        YAMLMapper yaml = new YAMLMapper();
        return ResourceFolder.yamlFiles(Providers.class, FOLDER).entrySet().stream()
                .map(file -> provider(file.getKey(), yaml.readTree(file.getValue())))
                .toList();
    }

    private static Provider provider(String id, JsonNode file) {
        return new Provider(
                id,
                Text.of(
                        file.required("name").required("ja").asString(),
                        file.required("name").required("en").asString()),
                hosts(file, "servers"),
                networks(file, "serverAddresses"),
                hosts(file, "entrances"),
                hosts(file, "innerServers"),
                hosts(file, "handOverHosts"),
                networks(file, "handOverNetworks"));
    }

    private static Hosts hosts(JsonNode file, String key) {
        return Hosts.of(strings(file.path(key)));
    }

    private static Networks networks(JsonNode file, String key) {
        return Networks.of(strings(file.path(key)));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
