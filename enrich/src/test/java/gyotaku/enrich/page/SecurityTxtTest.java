package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Reading;
import gyotaku.enrich.Reply;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.HostPort;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import gyotaku.model.fact.SecurityTxt;
import gyotaku.testkit.ClosedInternet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `security.txt` asked in a closed internet through the upstream proxy of visits, and read.
final class SecurityTxtTest {

    private static final DomainName SITE = new DomainName("site.example");

    private static final String INTERNET = """
            {"dns": {
               "example-a.com": {"A": "93.184.216.10"}, "example-b.com": {"A": "93.184.216.11"},
               "example-c.com": {"A": "93.184.216.12"}, "example-d.com": {"A": "93.184.216.13"},
               "example-e.com": {"A": "93.184.216.14"}, "example-f.com": {"A": "127.0.0.1"}
             },
             "web": {
               "example-a.com": {"/.well-known/security.txt": {"headers": {"Content-Type": "text/plain"},
                  "body": "Contact: mailto:security@example-a.com\\nExpires: 2027-01-01T00:00:00z\\n"}},
               "example-b.com": {"/": {"body": "nothing else"}},
               "example-c.com": {"*": {"body": "<!doctype html><p>Contact: mailto:page@example-c.com"}},
               "example-d.com": {
                  "/.well-known/security.txt": {"status": 302, "headers": {"Location": "/security.txt"}, "body": ""},
                  "/security.txt": {"headers": {"Content-Type": "text/plain"}, "body": "contact: https://example-d.com/report"}},
               "example-e.com": {"*": {"status": 302, "headers": {"Location": "https://example-a.com/.well-known/security.txt"}, "body": ""}}
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

    private static Reply ask(String domain, boolean enabled, Privacy privacy) {
        SourceSettings settings = new SourceSettings(
                List.of("127.0.0.1:" + internet.dnsPort()),
                internet.rdapBootstrap(),
                Optional.empty(),
                new TreeMap<>(),
                privacy,
                new CaptureSettings(
                        enabled,
                        Optional.empty(),
                        Optional.of(new HostPort("127.0.0.1", internet.proxyPort())),
                        Duration.ofSeconds(30)));
        try (LiveEgress live = new LiveEgress(settings, Limits.standard(), Clock.systemUTC())) {
            return live.ask(SecurityTxtSource.question(new DomainName(domain)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example-a.com, mailto:security@example-a.com",
        "example-b.com, nothing: HTTP 404",
        "example-c.com, nothing: a page in its place",
        "example-d.com, https://example-d.com/report",
        "example-e.com, unusable: HTTP 302"
    })
    void aSiteIsAskedByTheWayOfTheVisit(String domain, String said) {
        assertThat(ask(domain, true, Privacy.HOSTS))
                .isInstanceOfSatisfying(
                        Reply.Answer.class,
                        answer -> assertThat(told(answer.body(), domain)).isEqualTo(said));
    }

    @Test
    void noInnerAddressIsAsked() {
        assertThat(ask("example-f.com", true, Privacy.HOSTS))
                .isInstanceOfSatisfying(
                        Reply.Silence.class,
                        silence -> assertThat(silence.why().reason()).isEqualTo(Why.Reason.FORBIDDEN_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({"false, URLS, NOT_CONFIGURED", "true, HASHES, PRIVACY", "true, NONE, PRIVACY"})
    void withoutVisitsOrWithoutLeaveNobodyIsAsked(boolean enabled, Privacy privacy, Why.Reason reason) {
        assertThat(ask("example-a.com", enabled, privacy))
                .isInstanceOfSatisfying(
                        Reply.Unasked.class,
                        unasked -> assertThat(unasked.why().reason()).isEqualTo(reason));
    }

    private static String told(byte[] recorded, String domain) {
        return switch (SecurityTxtSource.read(recorded, new DomainName(domain))) {
            case Reading.Says<SecurityTxt> says -> String.join(" ", says.value().contacts());
            case Reading.Nothing<SecurityTxt> nothing -> "nothing: " + nothing.excerpt();
            case Reading.Unusable<SecurityTxt> unusable ->
                "unusable: " + unusable.why().detail();
        };
    }

    private static String file(String text) {
        return told(HttpBody.of(200, text.getBytes(StandardCharsets.UTF_8)), SITE.ascii());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# by hand;Contact: mailto:a@site.example;CONTACT:tel:+1-201-555-0123 | mailto:a@site.example tel:+1-201-555-0123",
                "Contact: javascript:alert(1);Contact: mailto:a b | nothing: no Contact",
                "Canonical: https://www.site.example/security.txt;Contact: mailto:a@site.example | mailto:a@site.example",
                "Canonical: https://other.example/;Contact: mailto:a@other.example | nothing: Canonical names another site",
                "Contact: tel:1;Contact: tel:2;Contact: tel:3;Contact: tel:4;Contact: tel:5;Contact: tel:6 | tel:1 tel:2 tel:3 tel:4 tel:5",
                "hello | nothing: no Contact"
            })
    void aFileIsReadFieldByField(String lines, String said) {
        assertThat(file(lines.replace(';', '\n'))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-01T09:00:00+09:00, 2027-01-01T00:00:00Z", "soon, ''"})
    void itsEndIsATimeOrUnknown(String written, String read) {
        byte[] body =
                HttpBody.of(200, ("Contact: tel:1\r\nExpires: " + written + "\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(SecurityTxtSource.read(body, SITE))
                .isInstanceOfSatisfying(
                        Reading.Says.class,
                        says -> assertThat(((SecurityTxt) says.value())
                                        .expires()
                                        .map(Instant::toString)
                                        .orElse(""))
                                .isEqualTo(read));
    }
}
