package gyotaku.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gyotaku.model.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The dated knowledge that reports quote: where to report, trends, what is at stake.
class KnowledgeFilesTest {

    private static final Path ROOT =
            Path.of(System.getProperty("project.root"), "report/src/main/resources/gyotaku/report");

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @ValueSource(strings = {"destinations", "trends", "stakes"})
    void indexNamesEveryFile(String folder) throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(folder).resolve("index")))
                .isEqualTo(files(folder).map(KnowledgeFilesTest::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyFileNamesItsDatedSources() throws IOException {
        return Stream.of("destinations", "trends", "stakes")
                .flatMap(KnowledgeFilesTest::files)
                .map(file -> dynamicTest(id(file), () -> sound(file)));
    }

    private static void sound(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .allSatisfy(line -> assertThat(Visible.of(line)).isEqualTo(line));
        JsonNode entry = YAML.readTree(file.toFile());
        assertThat(entry.path("id").asString()).isEqualTo(id(file));
        assertThat(entry.path("sources").size()).isPositive();
        for (JsonNode source : entry.path("sources")) {
            assertThat(source.path("url").asString()).startsWith("http");
            assertThat(source.path("says").asString()).isNotBlank();
            assertThat(LocalDate.parse(source.path("checked").asString())).isAfter(LocalDate.of(2026, 1, 1));
        }
    }

    @TestFactory
    Stream<DynamicTest> destinationsCanBeReached() throws IOException {
        return files("destinations")
                .map(file -> dynamicTest(id(file), () -> {
                    JsonNode entry = YAML.readTree(file.toFile());
                    String way = entry.path("kind").asString();
                    String where = switch (way) {
                        case "mail" -> entry.path("address").asString();
                        case "form" -> entry.path("form").asString();
                        default -> entry.path("telephone").asString();
                    };
                    assertThat(where).isNotBlank();
                    assertThat(entry.path("attach").asString()).isIn("message", "text", "url", "none");
                    both(entry.path("name"));
                    both(entry.path("instructions"));
                }));
    }

    @Test
    void trendsAreDatedNumbers() throws IOException {
        for (Path file : files("trends").toList()) {
            JsonNode entry = YAML.readTree(file.toFile());
            YearMonth month = YearMonth.parse(entry.path("month").asString());
            assertThat(month).isAfter(YearMonth.of(2025, 1));
            for (JsonNode fact : entry.path("facts")) {
                assertThat(Double.parseDouble(fact.path("value").asString())).isPositive();
                both(fact);
            }
        }
    }

    @Test
    void noCategoryHasTwoStakes() throws IOException {
        List<String> categories = files("stakes")
                .map(file -> YAML.readTree(file.toFile()))
                .flatMap(entry -> entry.path("categories").valueStream())
                .map(JsonNode::asString)
                .toList();
        assertThat(categories).doesNotHaveDuplicates().contains("card", "bank", "airline", "government");
    }

    private static void both(JsonNode text) {
        assertThat(text.path("ja").asString()).isNotBlank();
        assertThat(text.path("en").asString()).isNotBlank();
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - 4);
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
