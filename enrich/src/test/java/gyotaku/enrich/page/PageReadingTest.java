package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gyotaku.enrich.Reading;
import gyotaku.enrich.page.Visit.Ending;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.Field;
import gyotaku.model.fact.Landing.Form;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.fact.Landing.Redirect;
import gyotaku.model.fact.Landing.State;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageReadingTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final Redirect HOP = new Redirect("http", 302, "http://a.example/", "http://b.example/");
    private static final Form FORM =
            new Form("https://b.example/in", "post", List.of(new Field("password", "pw", "", "")));

    private static Visit.Look look(Ending ending, int status, String title, List<Form> forms) {
        return new Visit.Look(
                "Windows Chrome",
                "https://b.example/",
                status,
                ending,
                List.of(HOP),
                title,
                "some words",
                forms,
                DIGEST,
                DIGEST,
                DIGEST,
                DIGEST,
                List.of(new Visit.Body("https://b.example/", "document", status, 10, DIGEST)),
                List.of("time"));
    }

    private static Visit visit(Visit.Look... looks) {
        var shown = new Visit.Certificate(
                "CN=b.example",
                "CN=ca.example",
                List.of("b.example"),
                "2026-01-01T00:00:00Z",
                "2026-12-01T00:00:00Z",
                "TLSv1.3",
                "",
                DIGEST);
        return new Visit(Landing.Means.BROWSER, "93.184.216.10", Optional.of(shown), List.of(looks));
    }

    private static Landing read(Visit visit) {
        return switch (PageReading.read(visit.bytes())) {
            case Reading.Says<Landing> says -> says.value();
            case Reading.Nothing<Landing> nothing -> throw new AssertionError(nothing.excerpt());
            case Reading.Unusable<Landing> unusable -> throw new AssertionError(unusable.why());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, 0, '', TIMEOUT",
        "NXDOMAIN, 0, '', NXDOMAIN",
        "REFUSED, 0, '', REFUSED",
        "TLS_ERROR, 0, '', TLS_ERROR",
        "BLOCKED, 0, '', BLOCKED",
        "INNER_ADDRESS, 0, '', BLOCKED",
        "ANSWERED, 200, Shop, OK",
        "ANSWERED, 404, Shop, HTTP_ERROR",
        "ANSWERED, 503, Shop, HTTP_ERROR",
        "ANSWERED, 403, Suspected phishing site, BLOCKED"
    })
    void eachEndHasItsStateAndKeepsTheWayThere(Ending ending, int status, String title, State state) {
        Landing page = read(visit(look(ending, status, title, List.of())));

        assertThat(page.state()).isEqualTo(state);
        assertThat(page.redirects()).containsExactly(HOP);
        assertThat(page.status()).isEqualTo(status);
    }

    @Test
    void aFormOnAnAnsweredPage() {
        assertThat(read(visit(look(Ending.ANSWERED, 200, "In", List.of(FORM)))).state())
                .isEqualTo(State.FORM);
        assertThat(read(visit(look(Ending.ANSWERED, 500, "In", List.of(FORM)))).state())
                .isEqualTo(State.HTTP_ERROR);
    }

    @Test
    void aSecondLookThatEndsOtherwiseDiffers() {
        Visit.Look shop = look(Ending.ANSWERED, 200, "Shop", List.of());

        assertThat(read(visit(shop, shop)).otherAgent().orElseThrow().differs()).isFalse();
        assertThat(read(visit(shop, look(Ending.ANSWERED, 200, "In", List.of(FORM))))
                        .otherAgent()
                        .orElseThrow()
                        .differs())
                .isTrue();
        assertThat(read(visit(shop)).otherAgent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Warning, This website has been reported for potential phishing, WARNING",
        "Suspended, This domain has been suspended, REGISTRAR_HOLD",
        "停止, ドメインは停止されています, REGISTRAR_HOLD",
        "Account, This account has been suspended, HOSTING_SUSPENDED",
        "shop, This domain may be for sale, PARKED",
        "Check, Verify you are human, HUMAN_CHECK"
    })
    void whatStandsInPlaceOfThePage(String title, String text, Notice.Kind kind) {
        assertThat(Notices.of(title, text).map(Notice::kind)).contains(kind);
        assertThat(Notices.of(title, text + " and more".repeat(500))).isEmpty();
    }

    /// A recording comes from a case folder that anybody may have written.
    @Test
    void recordingsThatAreCutOrChangedAreReadOrRefused() {
        byte[] good = visit(look(Ending.ANSWERED, 200, "In", List.of(FORM)), look(Ending.TIMEOUT, 0, "", List.of()))
                .bytes();
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] bad = i < good.length ? Arrays.copyOf(good, i) : good.clone();
            for (int k = random.nextInt(4); k > 0 && bad.length > 0; k--) {
                bad[random.nextInt(bad.length)] = (byte) "{}[],:\"0a\u0000".charAt(random.nextInt(10));
            }
            readsAll(bad);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\"title\" : \"In\", \"title\" : null",
        "\"status\" : 200, \"status\" : -1",
        "ababababab, ABzz",
        "2026-01-01T00:00:00Z, yesterday",
        "93.184.216.10, nowhere",
        "https://b.example/, not a URL",
        "\"http\", null",
        "\"looks\", \"books\"",
        "gyotaku-visit/1, gyotaku-visit/9"
    })
    void recordingsOfOtherValuesAreReadOrRefused(String from, String to) {
        String good = new String(
                visit(look(Ending.ANSWERED, 200, "In", List.of(FORM))).bytes(), StandardCharsets.UTF_8);

        assertThat(good).contains(from);
        readsAll(good.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static void readsAll(byte[] recorded) {
        assertThatCode(() -> {
                    PageReading.read(recorded);
                    PageReading.pictures(recorded);
                    PageReading.files(recorded);
                })
                .doesNotThrowAnyException();
    }
}
