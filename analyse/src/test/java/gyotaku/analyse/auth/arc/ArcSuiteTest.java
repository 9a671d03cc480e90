package gyotaku.analyse.auth.arc;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.Suites;
import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.model.mail.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// ValiMail's suite for RFC 8617, read where it lies.
class ArcSuiteTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> valimail() throws IOException {
        Path file = Suites.folder("arc/mailauth").resolve("arc/arc-draft-validation-tests.json");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode scenario : JSON.readTree(Files.readString(file))) {
            TxtZone zone = zone(scenario.path("txt-records"));
            scenario.path("tests").properties().forEach(each -> tests.add(test(each.getKey(), each.getValue(), zone)));
        }
        return tests.stream();
    }

    private static TxtZone zone(JsonNode records) {
        TxtZone zone = new TxtZone();
        records.properties()
                .forEach(each ->
                        zone.txt(each.getKey(), each.getValue().asString().strip()));
        return zone;
    }

    private static DynamicTest test(String name, JsonNode given, TxtZone zone) {
        return DynamicTest.dynamicTest(name, () -> {
            byte[] bytes = given.path("message").asString("").getBytes(StandardCharsets.UTF_8);
            ArcResult.Outcome outcome = ArcVerifier.verify(RawMessage.of(Source.of(bytes)), new KeyBook(zone));
            String expected = given.path("cv").asString("").toLowerCase(Locale.ROOT);
            assertThat(
                            outcome.result().word().equals("permerror")
                                    ? "fail"
                                    : outcome.result().word())
                    .as("%s: %s", given.path("description").asString(""), outcome.result())
                    .isEqualTo(expected.isEmpty() ? "fail" : expected);
        });
    }
}
