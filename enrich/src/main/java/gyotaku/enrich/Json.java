package gyotaku.enrich;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON of foreign servers, read within bounds.
public final class Json {

    /// Against stack overflow by nesting; RDAP nests entities three or four deep, each costing two levels.
    private static final int DEPTH = 64;

    /// Against a value that fills memory: no field that we read is longer.
    private static final int STRING_CHARS = 256 << 10;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(STRING_CHARS)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    /// For the browser's own messages, which carry pictures.
    private static final JsonMapper LONG_STRINGS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(256)
                            .maxStringLength(32 << 20)
                            .build())
                    .build())
            .build();

    private Json() {}

    /// Empty when it is no JSON or breaks a bound.
    public static Optional<JsonNode> read(byte[] body) {
        return read(MAPPER, body);
    }

    /// The same with strings of many megabytes.
    public static Optional<JsonNode> readLong(byte[] body) {
        return read(LONG_STRINGS, body);
    }

    private static Optional<JsonNode> read(JsonMapper mapper, byte[] body) {
        try {
            return Optional.ofNullable(mapper.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// The text of a field, or empty.
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue().strip() : "";
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
