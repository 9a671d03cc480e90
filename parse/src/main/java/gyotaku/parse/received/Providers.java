package gyotaku.parse.received;

import gyotaku.model.Text;
import java.util.List;

/// The mail providers known: one YAML file each in `providers/`.
final class Providers {

    private Providers() {}

    static final String FOLDER = "gyotaku/parse/received/providers";

    /// All of them, read on first use and kept.
    static List<Provider> known() {
        return Known.PROVIDERS;
    }

    private static final class Known {
        private static final List<Provider> PROVIDERS = read();
    }

    private static List<Provider> read() {
        return ResourceFolder.yamlFiles(Providers.class, FOLDER).entrySet().stream()
                .map(file -> provider(file.getKey(), FactFile.of(file.getValue())))
                .toList();
    }

    private static Provider provider(String id, FactFile file) {
        return new Provider(
                id,
                Text.of(file.one("name.ja"), file.one("name.en")),
                Hosts.of(file.all("servers")),
                Networks.of(file.all("serverAddresses")),
                Hosts.of(file.all("entrances")),
                Hosts.of(file.all("innerServers")),
                Hosts.of(file.all("handOverHosts")),
                Networks.of(file.all("handOverNetworks")));
    }
}
