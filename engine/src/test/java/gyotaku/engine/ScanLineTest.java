package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanLineTest {

    private static final Instant NOW = Instant.parse("2026-05-14T00:00:00Z");

    private static final Engine ENGINE = new Engine(Offline.settings(Lang.EN), new Dissector(Limits.standard()));

    @Test
    void brandAndPurposeAreThoseOfTheCase() {
        RawMail posing = mail("ANA <info@kmnkw.example.net>", "ANA: your account has been suspended", """
                Your ANA Mileage Club account has been suspended.
                Verify your account and enter your password within 24 hours:
                https://login.kmnkw.example.net/ana/password
                """);

        JsonNode line =
                JsonMapper.shared().readTree(ENGINE.scan("a.eml", posing, NOW).json());

        assertThat(line.get("brand").asString()).isEqualTo("ana");
        assertThat(line.get("purpose").asString()).isEqualTo("credentials");
        assertThat(line.get("brand")).isEqualTo(analysed(posing).get("brand").get("id"));
        assertThat(line.get("purpose")).isEqualTo(analysed(posing).get("purpose"));
    }

    @Test
    void theBrandIsNullWhereTheMailPosesAsNone() {
        RawMail note = mail("Hana <hana@example.com>", "Lunch", "Shall we meet at noon?\n");

        JsonNode line =
                JsonMapper.shared().readTree(ENGINE.scan("a.eml", note, NOW).json());

        assertThat(line.get("brand").isNull()).isTrue();
        assertThat(line.get("purpose").asString()).isEqualTo("none");
    }

    @Test
    void ofWhatIsNoMailNothingButThePathAndTheReasonAreKnown() {
        JsonNode line = JsonMapper.shared()
                .readTree(ENGINE.scan("a.eml", RawMail.of(new byte[0]), NOW).json());

        assertThat(line.get("brand").isNull()).isTrue();
        assertThat(line.get("purpose").isNull()).isTrue();
        assertThat(line.get("error").isNull()).isFalse();
    }

    private JsonNode analysed(RawMail raw) {
        Outcome.Analysed done = (Outcome.Analysed) ENGINE.analyseOffline(raw, NOW);
        return JsonMapper.shared().readTree(done.files().contents().get("case.json"));
    }

    private static RawMail mail(String from, String subject, String text) {
        return RawMail.of(("From: " + from + "\nTo: taro.yamada@example.co.jp\nSubject: " + subject
                        + "\nDate: Thu, 14 May 2026 08:30:05 +0900\nMIME-Version: 1.0\n"
                        + "Content-Type: text/plain; charset=utf-8\n\n" + text)
                .getBytes(StandardCharsets.UTF_8));
    }
}
