package gyotaku.analyse.auth.arc;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.model.mail.Source;
import gyotaku.testkit.Suites;
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

    /// Real mails with the keys that they need before them.
    @TestFactory
    Stream<DynamicTest> stalwart() {
        Path folder = Suites.folder("arc/stalwart");
        return Stream.of("001.txt", "002.txt")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String text = text(folder.resolve(name));
                    String mail = text.substring(text.indexOf("\n\n") + 2);
                    assertThat(verify(mail, keys(folder.resolve(name))).result())
                            .isEqualTo(new ArcResult.Pass());
                }));
    }

    /// Real mails, of whose keys Google's alone is at hand: the one that needs another gets as far as that.
    @TestFactory
    Stream<DynamicTest> withOneKey() throws IOException {
        Path mailauth = Suites.folder("arc/mailauth");
        Path spamAssassin = Suites.folder("dkim/spamassassin/arc");
        TxtZone zone = keys(Suites.folder("arc/stalwart").resolve("001.txt"));
        return Stream.of(
                        mailauth.resolve("arc-pass.eml"),
                        mailauth.resolve("arc-pass2.eml"),
                        mailauth.resolve("arc-fail.eml"),
                        mailauth.resolve("arc-fail2.eml"),
                        mailauth.resolve("arc-fail3.eml"),
                        spamAssassin.resolve("ok01.eml"),
                        spamAssassin.resolve("ko01.eml"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    ArcResult result = verify(Files.readString(file, StandardCharsets.ISO_8859_1), zone)
                            .result();
                    switch (file.getFileName().toString().replaceAll("[0-9]*\\.eml", "")) {
                        case "arc-pass" -> assertThat(result).isEqualTo(new ArcResult.Pass());
                        case "ok" -> assertThat(result).isInstanceOf(ArcResult.KeyGone.class);
                        default -> assertThat(result.word()).isIn("fail", "none");
                    }
                }));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    /// The lines before the mail.
    private static TxtZone keys(Path file) throws IOException {
        TxtZone zone = new TxtZone();
        text(file)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .forEach(line -> zone.txt(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return zone;
    }

    private static ArcResult.Outcome verify(String mail, TxtZone zone) {
        byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
        return ArcVerifier.verify(RawMessage.of(Source.of(bytes)), new KeyBook(zone));
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
                            outcome.result().word().equals("neutral")
                                    ? "fail"
                                    : outcome.result().word())
                    .as("%s: %s", given.path("description").asString(""), outcome.result())
                    .isEqualTo(expected.isEmpty() ? "fail" : expected);
        });
    }
}
