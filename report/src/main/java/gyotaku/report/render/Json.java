package gyotaku.report.render;

import gyotaku.model.Text;
import gyotaku.model.Truncated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as this program writes it: fields in the order in which they are put, two spaces, LF on every system.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static JsonNode orNull(String value) {
        return value.isEmpty() ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.stringNode(value);
    }

    static JsonNode orNull(Optional<String> value) {
        return orNull(value.orElse(""));
    }

    static JsonNode time(Optional<Instant> at) {
        return orNull(at.map(Instant::toString));
    }

    static ObjectNode text(Text text) {
        return object().put("ja", text.ja()).put("en", text.en());
    }

    static ArrayNode texts(Collection<Text> values) {
        ArrayNode array = array();
        values.forEach(text -> array.add(text(text)));
        return array;
    }

    static ArrayNode truncated(List<Truncated> cuts) {
        ArrayNode array = array();
        cuts.forEach(cut -> array.addObject()
                .put("limit", cut.limit())
                .put("value", cut.value())
                .set("what", text(cut.what())));
        return array;
    }

    static byte[] bytes(JsonNode root) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        return (MAPPER.writer().with(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
