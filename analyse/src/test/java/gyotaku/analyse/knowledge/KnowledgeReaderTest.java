package gyotaku.analyse.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class KnowledgeReaderTest {

    private static final Path ROOT =
            Path.of(System.getProperty("project.root"), "analyse/src/main/resources/gyotaku/analyse");

    private static final YAMLMapper YAML = new YAMLMapper();

    /// The files are YAML: a full reader finds the same in them.
    @TestFactory
    Stream<DynamicTest> aFullYamlReaderFindsTheSame() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream()
                    .map(file -> dynamicTest(ROOT.relativize(file).toString(), () -> {
                        String text = Files.readString(file);
                        assertThat(plain(KnowledgeReader.read(text))).isEqualTo(plain(YAML.readTree(text)));
                    }));
        }
    }

    private static Object plain(Knowledge value) {
        return switch (value) {
            case Knowledge.Scalar(String text) -> text;
            case Knowledge.Items(List<Knowledge> items) ->
                items.stream().map(KnowledgeReaderTest::plain).toList();
            case Knowledge.Entries(Map<String, Knowledge> entries) -> {
                Map<String, Object> plain = new TreeMap<>();
                entries.forEach((key, entry) -> plain.put(key, plain(entry)));
                yield plain;
            }
        };
    }

    private static Object plain(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(KnowledgeReaderTest::plain).toList();
        }
        if (node.isObject()) {
            Map<String, Object> plain = new TreeMap<>();
            node.properties().forEach(entry -> plain.put(entry.getKey(), plain(entry.getValue())));
            return plain;
        }
        return node.asString();
    }

    @Test
    void nestedValuesAreRead() {
        Knowledge.Entries read = KnowledgeReader.read("a: x\nb:\n  - y: \"1\\n2\"\n    z: w\n  - y: v\n");
        assertThat(read.text("a")).isEqualTo("x");
        assertThat(read.list("b")).extracting(entry -> entry.text("y")).containsExactly("1\n2", "v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a:",
                "a: b\na: c",
                "a: [b]",
                "a: {b: c}",
                "a: |\n  b",
                "a: &x b",
                "a: b\n   c: d",
                "a: \"b",
                "a: \"\\q\"",
                "- a",
                "a: b # c",
                "a: b: c",
                "a:\n  - b\n c: d"
            })
    void whatIsNotOfThatFormIsRefused(String file) {
        assertThatThrownBy(() -> KnowledgeReader.read(file)).isInstanceOf(BadKnowledge.class);
    }

    @Test
    void endlessNestingIsRefused() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        assertThatThrownBy(() -> KnowledgeReader.read(deep.toString())).isInstanceOf(BadKnowledge.class);
    }
}
