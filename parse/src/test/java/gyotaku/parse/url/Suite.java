package gyotaku.parse.url;

import gyotaku.testkit.Suites;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test table of another project, read where it lies.
final class Suite {

    private Suite() {}

    static List<JsonNode> cases(String file) {
        JsonNode all = new JsonMapper().readTree(Suites.file(file));
        return StreamSupport.stream(all.spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
    }
}
