package gyotaku.parse.url;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test table of another project, read where it lies.
final class Suite {

    private Suite() {}

    static List<JsonNode> cases(String file) {
        Path path = Path.of(System.getProperty("project.root"), "..", "shared", "suites", file);
        assumeTrue(Files.exists(path), () -> file + " is not there");
        JsonNode all = new JsonMapper().readTree(path);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
    }
}
