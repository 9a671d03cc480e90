package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.bimi.BimiRecord;
import gyotaku.enrich.bimi.MarkCertificate;
import gyotaku.enrich.dns.DnsQuestion;
import gyotaku.enrich.dns.DnsText;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.Lookup;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Bimi;
import gyotaku.model.fact.Resolver;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BimiTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final String PEM = "https://shop.example.com/mark.pem";
    private static final String RECORD = "v=BIMI1; l=https://shop.example.com/a.svg; a=" + PEM;
    private static final DomainName FROM = new DomainName("mail.shop.example.com");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            v=BIMI1; l=https://a.example/a.svg; a=https://a.example/a.pem | https://a.example/a.svg | https://a.example/a.pem
            v=BIMI1;l=https://a.example/a.svg | https://a.example/a.svg | ''
            v=BIMI1; l=; a=; | '' | ''
            'v = BIMI1 ; A = self ; L = x ; l=y; avp=brand' | x | self
            l=x; v=BIMI1 | - | -
            v=BIMI2; l=x | - | -
            v=spf1 -all | - | -
            '' | - | -
            """)
    void theRecordIsRead(String text, String logo, String authority) {
        Optional<BimiRecord> read = BimiRecord.among(List.of("v=spf1 -all", text));
        assertThat(read.map(BimiRecord::logo)).isEqualTo(Optional.ofNullable(logo));
        assertThat(read.map(BimiRecord::authority)).isEqualTo(Optional.ofNullable(authority));
    }

    @Test
    void ofTwoRecordsNoneCounts() {
        assertThat(BimiRecord.among(List.of("v=BIMI1; l=a", "v=BIMI1; l=b"))).isEmpty();
    }

    @Test
    void theCertificateSaysWhoseMarkItIs() throws IOException {
        Lookup.Found<Bimi> found = found(replies(RECORD, http("200", pem("mark.pem"))));
        Bimi bimi = found.value();
        assertThat(bimi.domain()).isEqualTo(new DomainName("example.com"));
        assertThat(bimi.logo()).isEqualTo("https://shop.example.com/a.svg");
        assertThat(bimi.certificate().found())
                .contains(new Bimi.Certificate(
                        "株式会社サンプル, Ltd.",
                        "Registered Mark",
                        "株式会社サンプル, Ltd.",
                        List.of("shop.example.com", "default._bimi.example.com")));
        assertThat(bimi.certificate().seen().orElseThrow().trust()).isEqualTo(Trust.CLAIMED);
    }

    @Test
    void onlyTheFirstCertificateIsRead() throws IOException {
        String chain = pem("mark.pem") + pem("not-for-marks.pem");
        assertThat(found(replies(RECORD, http("200", chain)))
                        .value()
                        .certificate()
                        .state())
                .isEqualTo("listed");
        String other = pem("not-for-marks.pem") + pem("mark.pem");
        assertThat(found(replies(RECORD, http("200", other)))
                        .value()
                        .certificate()
                        .state())
                .isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n=\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "-----END CERTIFICATE----------BEGIN CERTIFICATE-----",
                "<html>not found</html>",
            })
    void whatIsNoCertificateIsAFailure(String body) {
        assertThat(found(replies(RECORD, http("200", body))).value().certificate())
                .isInstanceOf(Lookup.Failed.class);
    }

    @Test
    void theFourStatesOfTheCertificateStayApart() {
        assertThat(found(replies("v=BIMI1; l=x", http("200", "")))
                        .value()
                        .certificate()
                        .state())
                .isEqualTo("not-listed");
        assertThat(found(replies(RECORD, http("404", ""))).value().certificate().state())
                .isEqualTo("not-listed");
        assertThat(found(replies(RECORD, http("500", ""))).value().certificate().state())
                .isEqualTo("failed");
        SortedMap<Question, Reply> silent = replies(RECORD, http("200", ""));
        silent.remove(MarkCertificate.question(URI.create(PEM)));
        assertThat(found(silent).value().certificate().state()).isEqualTo("not-asked");
        assertThat(found(replies("v=BIMI1; a=http://a.example/a.pem", http("200", "")))
                        .value()
                        .certificate()
                        .state())
                .isEqualTo("failed");
    }

    @Test
    void theFourStatesOfTheRecordStayApart() {
        assertThat(ask(replies("v=spf1 -all", http("200", ""))).state()).isEqualTo("not-listed");
        assertThat(ask(new TreeMap<>()).state()).isEqualTo("not-asked");
        SortedMap<Question, Reply> broken = new TreeMap<>();
        broken.put(text("mail.shop.example.com"), new Reply.Silence(Why.of(Why.Reason.TIMEOUT), NOW));
        assertThat(ask(broken).state()).isEqualTo("failed");
    }

    @ParameterizedTest
    @CsvSource({
        "URLS, http://shop.example.com/mark.pem, FORBIDDEN_ADDRESS",
        "URLS, https://127.0.0.1/mark.pem, FORBIDDEN_ADDRESS",
        "URLS, https://[::1]/mark.pem, FORBIDDEN_ADDRESS",
        "URLS, https://10.0.0.1/mark.pem, FORBIDDEN_ADDRESS",
        "URLS, https://169.254.169.254/latest, FORBIDDEN_ADDRESS",
        "URLS, https://192.0.2.1:8443/mark.pem, FORBIDDEN_ADDRESS",
        "HOSTS, https://192.0.2.1/mark.pem, PRIVACY",
        "NONE, https://192.0.2.1/mark.pem, PRIVACY"
    })
    void nothingIsFetchedFromWithinOrWithoutLeave(Privacy privacy, String address, Why.Reason reason) {
        SourceSettings settings = new SourceSettings(
                List.of("127.0.0.1:9"),
                URI.create("http://127.0.0.1:9/"),
                Optional.empty(),
                URI.create("http://127.0.0.1:9/"),
                Optional.empty(),
                privacy);
        try (LiveEgress live = new LiveEgress(settings, Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            Reply reply = live.ask(new Question(MarkCertificate.SOURCE, address));
            Why why = switch (reply) {
                case Reply.Silence silence -> silence.why();
                case Reply.Unasked unasked -> unasked.why();
                case Reply.Answer _ -> throw new AssertionError("was fetched");
            };
            assertThat(why.reason()).isEqualTo(reason);
        }
    }

    private static Lookup.Found<Bimi> found(SortedMap<Question, Reply> replies) {
        return (Lookup.Found<Bimi>) ask(replies);
    }

    private static Lookup<Bimi> ask(SortedMap<Question, Reply> replies) {
        Ledger ledger = new Ledger(new Playback(new Tape(NOW, false, replies)), 2, NOW);
        Resolver resolver = (name, type) ->
                ledger.ask(DnsQuestion.of(name, type).question(), Trust.VERIFIED, body -> DnsText.read(body, type));
        return new Logos(resolver, ledger, new MozillaSuffixes()).of(FROM);
    }

    /// The record stands at the registered domain, and the domain of From has none.
    private static SortedMap<Question, Reply> replies(String record, byte[] certificate) {
        SortedMap<Question, Reply> replies = new TreeMap<>();
        replies.put(text("mail.shop.example.com"), answer("NXDOMAIN\n".getBytes(StandardCharsets.UTF_8)));
        String published = "NOERROR\ndefault._bimi.example.com TXT " + record + "\n";
        replies.put(text("example.com"), answer(published.getBytes(StandardCharsets.UTF_8)));
        replies.put(MarkCertificate.question(URI.create(PEM)), answer(certificate));
        return replies;
    }

    private static Question text(String domain) {
        return DnsQuestion.of("default._bimi." + domain, Resolver.RecordType.TXT)
                .question();
    }

    private static Reply answer(byte[] body) {
        return new Reply.Answer(body, NOW);
    }

    private static byte[] http(String status, String body) {
        return (status + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String pem(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(BimiTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
