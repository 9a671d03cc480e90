package gyotaku.report.section;

import gyotaku.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the files of this module. A folder of them has an `index`, one id a line.
final class Resources {

    private static final String HOME = "/gyotaku/report/";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private Resources() {}

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + HOME + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("while reading " + HOME + name, e);
        }
    }

    static JsonNode yaml(String name) {
        return YAML.readTree(text(name));
    }

    static List<JsonNode> folder(String folder) {
        return text(folder + "/index")
                .lines()
                .filter(id -> !id.isBlank())
                .map(id -> yaml(folder + "/" + id + ".yml"))
                .toList();
    }

    static Text both(JsonNode pair) {
        return Text.of(pair.path("ja").asString(), pair.path("en").asString());
    }

    static String source(JsonNode entry) {
        return entry.path("sources").path(0).path("url").asString();
    }

    static LocalDate checked(JsonNode entry) {
        return LocalDate.parse(entry.path("sources").path(0).path("checked").asString());
    }

    static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
