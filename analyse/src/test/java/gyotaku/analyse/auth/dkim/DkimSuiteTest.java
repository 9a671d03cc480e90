package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.Suites;
import gyotaku.analyse.auth.TxtZone;
import gyotaku.model.mail.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DkimSuiteTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> mailDkim() throws IOException {
        Path folder = Suites.folder("dkim/mail-dkim");
        TxtZone zone = fakeDns(folder.resolve("FAKE_DNS.dat"));
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : JSON.readTree(Files.readString(folder.resolve("expected.json")))) {
            String file = each.path("file").asString();
            String expected = each.path("result").asString();
            tests.add(DynamicTest.dynamicTest(file, () -> {
                List<DkimVerifier.Outcome> outcomes =
                        verify(Suites.bytes(folder.resolve("corpus").resolve(file)), zone);
                System.out.println(
                        "MD " + file + " " + expected + " " + each.path("note").asString("") + " -> "
                                + outcomes.stream()
                                        .map(o -> o.algorithm() + " " + o.result())
                                        .toList());
            }));
        }
        return tests.stream();
    }

    static List<DkimVerifier.Outcome> verify(byte[] bytes, TxtZone zone) {
        return DkimVerifier.verify(RawMessage.of(Source.of(bytes)), 1_700_000_000L, new KeyBook(zone));
    }

    private static TxtZone fakeDns(Path file) throws IOException {
        TxtZone zone = new TxtZone();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            int space = line.indexOf(' ');
            if (space > 0 && !line.startsWith("#")) {
                String text = line.substring(space).strip();
                if (text.startsWith("~~") || text.isEmpty()) {
                    System.out.println("SPECIAL " + line);
                    zone.failing(line.substring(0, space));
                } else {
                    zone.txt(line.substring(0, space), text);
                }
            }
        }
        return zone;
    }
}
