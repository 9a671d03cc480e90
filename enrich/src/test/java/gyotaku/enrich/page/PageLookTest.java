package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.Field;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.fact.Landing.Redirect;
import gyotaku.model.fact.Landing.State;
import gyotaku.testkit.ClosedInternet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages of a closed internet seen by real Chromium.
final class PageLookTest {

    private static final String INTERNET = """
            {"dns": {
               "lure.example-a.com": {"A": "93.184.216.10"}, "step.example-b.com": {"A": "93.184.216.11"},
               "login.example-c.com": {"A": "93.184.216.12"}, "hang.example-d.com": {"A": "93.184.216.13"},
               "hold.example-e.com": {"A": "93.184.216.14"}, "warned.example-f.com": {"A": "93.184.216.15"},
               "cloak.example-g.com": {"A": "93.184.216.16"}, "gone.example-h.com": {"A": "93.184.216.17"},
               "closed.example-i.com": {"A": "93.184.216.18"}, "inward.example-j.com": {"A": "127.0.0.1"},
               "mixed.example-k.com": {"A": ["93.184.216.19", "10.0.0.1"]}, "quiet.example-l.com": {"A": "93.184.216.20"}
             },
             "web_timeout": ["hang.example-d.com"],
             "web": {
               "lure.example-a.com": {"*": {"status": 302, "headers": {"Location": "https://step.example-b.com/go"}, "body": ""}},
               "step.example-b.com": {"/go": {"body": "<script>location.href='https://login.example-c.com/in'</script>"}},
               "login.example-c.com": {
                 "/in": {"body": "<title>ログイン</title><form method=post action=/next><label>会員番号<input name=id></label><input type=password name=pw placeholder=パスワード><input name=card autocomplete=cc-number><input type=hidden name=t value=1><button>次へ</button></form>"},
                 "/favicon.ico": {"headers": {"Content-Type": "image/x-icon"}, "body": "icon"}},
               "hold.example-e.com": {"*": {"body": "<title>Suspended</title><h1>This domain has been suspended</h1>"}},
               "warned.example-f.com": {"*": {"status": 403, "body": "<title>Suspected phishing site | Cloudflare</title><h1>Warning: Suspected Phishing</h1>"}},
               "cloak.example-g.com": {"*": {"body": "<title>Shop</title>nothing here", "agents": {"iPhone": {"body": "<title>Login</title><form><input type=password name=pw></form>"}}}},
               "gone.example-h.com": {"*": {"status": 404, "body": "not found"}},
               "quiet.example-l.com": {"*": {"body": "<title>Quiet</title>only words"}}
             }}
            """;

    private static ClosedInternet internet;

    @BeforeAll
    static void start() {
        internet = ClosedInternet.of(INTERNET);
    }

    @AfterAll
    static void stop() {
        internet.close();
    }

    private static Visits visits() {
        return new Visits(internet, Optional.empty(), Duration.ofSeconds(30));
    }

    @Test
    void aFormBehindTwoRedirects() throws IOException {
        try (Visits visits = visits()) {
            Landing page = visits.to("http://lure.example-a.com/?a=1");

            assertThat(page.state()).isEqualTo(State.FORM);
            assertThat(page.means()).isEqualTo(Landing.Means.BROWSER);
            assertThat(page.url()).isEqualTo("https://login.example-c.com/in");
            assertThat(page.redirects())
                    .containsExactly(
                            new Redirect(
                                    "http", 302, "http://lure.example-a.com/?a=1", "https://step.example-b.com/go"),
                            new Redirect(
                                    "script", 0, "https://step.example-b.com/go", "https://login.example-c.com/in"));
            assertThat(page.title()).isEqualTo("ログイン");
            assertThat(page.forms()).singleElement().satisfies(form -> {
                assertThat(form.action()).isEqualTo("https://login.example-c.com/next");
                assertThat(form.method()).isEqualTo("post");
                assertThat(form.fields())
                        .containsExactly(
                                new Field("text", "id", "会員番号", ""),
                                new Field("password", "pw", "パスワード", ""),
                                new Field("text", "card", "", "cc-number"));
            });
            assertThat(page.tls().orElseThrow().fault()).isEqualTo("self-signed");
            assertThat(page.tls().orElseThrow().names()).contains("login.example-c.com");
            assertThat(page.favicon()).isPresent();
            assertThat(page.cut()).isEmpty();
            assertThat(page.otherAgent().orElseThrow().differs()).isFalse();
            var desktop = ImageIO.read(
                    new ByteArrayInputStream(visits.picture(page.desktop().orElseThrow())));
            var phone = ImageIO.read(
                    new ByteArrayInputStream(visits.picture(page.phone().orElseThrow())));
            assertThat(desktop.getWidth()).isEqualTo(1280);
            assertThat(phone.getWidth()).isEqualTo(390);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://hold.example-e.com/, OK, 200",
        "https://warned.example-f.com/, BLOCKED, 403",
        "http://gone.example-h.com/, HTTP_ERROR, 404",
        "https://quiet.example-l.com/, OK, 200",
        "https://closed.example-i.com/, REFUSED, 0",
        "https://nobody.example-z.com/, NXDOMAIN, 0",
        "https://inward.example-j.com/, BLOCKED, 0",
        "https://mixed.example-k.com/, BLOCKED, 0",
        "http://quiet.example-l.com:8080/, BLOCKED, 0"
    })
    void eachEndHasItsState(String url, State state, int status) {
        try (Visits visits = visits()) {
            Landing page = visits.to(url);

            assertThat(page.state()).isEqualTo(state);
            assertThat(page.status()).isEqualTo(status);
        }
    }

    @Test
    void aPageThatNeverAnswersIsATimeout() {
        try (Visits visits = new Visits(internet, Optional.empty(), Duration.ofSeconds(8))) {
            assertThat(visits.to("https://hang.example-d.com/").state()).isEqualTo(State.TIMEOUT);
        }
    }

    @Test
    void aHoldPageSaysSo() {
        try (Visits visits = visits()) {
            assertThat(visits.to("https://hold.example-e.com/").notice().map(Notice::kind))
                    .contains(Notice.Kind.REGISTRAR_HOLD);
        }
    }

    @Test
    void whatOnlyAPhoneSeesIsSeen() {
        try (Visits visits = visits()) {
            Landing page = visits.to("https://cloak.example-g.com/");

            assertThat(page.state()).isEqualTo(State.OK);
            assertThat(page.otherAgent().orElseThrow().differs()).isTrue();
            assertThat(page.otherAgent().orElseThrow().state()).isEqualTo(State.FORM);
            assertThat(page.otherAgent().orElseThrow().title()).isEqualTo("Login");
        }
    }

    @Test
    void withoutChromiumOnePlainFetch() {
        try (Visits visits = new Visits(internet, Optional.of(Path.of("/nowhere/chromium")), Duration.ofSeconds(30))) {
            Landing page = visits.to("https://login.example-c.com/in");

            assertThat(page.means()).isEqualTo(Landing.Means.PLAIN);
            assertThat(page.state()).isEqualTo(State.FORM);
            assertThat(page.desktop()).isEmpty();
            assertThat(page.forms().getFirst().action()).isEqualTo("https://login.example-c.com/next");
        }
    }

    @Test
    void noBrowserIsLeftBehind() {
        try (Visits visits = visits()) {
            visits.to("https://quiet.example-l.com/");
        }
        Leftovers.none();
    }
}
