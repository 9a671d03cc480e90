package gyotaku.enrich.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.Reply;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.certificate.CertificateLogs;
import gyotaku.enrich.ipdata.RouteOrigin;
import gyotaku.enrich.service.Service;
import gyotaku.enrich.service.Subject;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Limits;
import gyotaku.model.WebUrl;
import gyotaku.model.fact.Certificates;
import gyotaku.model.fact.IpFacts.Announcement;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers in the form that each service documents, and what is made of them.
class ServiceReadingTest {

    private static final Subject HOST = new Subject.Host(new DomainName("bad.example.com"));
    private static final Subject IP =
            new Subject.Address(IpAddress.parse("192.0.2.7").orElseThrow());

    static Stream<Arguments> answers() {
        Service urlhaus = new UrlHaus();
        Service virustotal = new VirusTotal();
        Service urlscan = new UrlScan();
        Service abuse = new AbuseIpDb();
        String stats = "{'data':{'attributes':{'last_analysis_stats':{'malicious':%d,'suspicious':%d,'harmless':60}}}}";
        String score = "{'data':{'ipAddress':'%s','abuseConfidenceScore':%d,'totalReports':12}}";
        return Stream.of(
                Arguments.of(
                        urlhaus,
                        HOST,
                        "200\n{'query_status':'ok','urls':[{'threat':'malware_download','url_status':'online'}]}",
                        "listed malware_download (online)"),
                Arguments.of(
                        urlhaus,
                        HOST,
                        "200\n{'query_status':'ok','threat':'malware_download','url_status':'offline'}",
                        "listed malware_download (offline)"),
                Arguments.of(urlhaus, HOST, "200\n{'query_status':'no_results'}", "nothing"),
                Arguments.of(urlhaus, HOST, "200\n{'query_status':'invalid_host'}", "unusable"),
                Arguments.of(urlhaus, HOST, "401\n{}", "unusable"),
                Arguments.of(
                        virustotal, HOST, "200\n" + stats.formatted(2, 1), "listed malicious 2, suspicious 1 of 63"),
                Arguments.of(virustotal, HOST, "200\n" + stats.formatted(1, 0), "nothing"),
                Arguments.of(virustotal, HOST, "404\n{'error':{}}", "nothing"),
                Arguments.of(virustotal, HOST, "429\n{}", "unusable"),
                Arguments.of(virustotal, HOST, "200\n{'data':{}}", "unusable"),
                Arguments.of(
                        urlscan,
                        HOST,
                        "200\n{'results':[{'task':{'time':'2026-03-01T00:00:00Z','tags':['Phishing']}}]}",
                        "listed marked as an attack, scanned 2026-03-01T00:00:00Z"),
                Arguments.of(urlscan, HOST, "200\n{'results':[{'task':{'tags':['shop']}}]}", "nothing"),
                Arguments.of(urlscan, HOST, "200\n{'results':[]}", "nothing"),
                Arguments.of(urlscan, HOST, "200\n{}", "unusable"),
                Arguments.of(
                        abuse,
                        IP,
                        "200\n" + score.formatted("192.0.2.7", 25),
                        "listed score 25 of 100, 12 reports in 90 days"),
                Arguments.of(abuse, IP, "200\n" + score.formatted("192.0.2.7", 24), "nothing"),
                Arguments.of(abuse, IP, "200\n" + score.formatted("192.0.2.8", 99), "unusable"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsReadAsItsServiceMeansIt(Service service, Subject subject, String answer, String said) {
        byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(words(service.read(body, subject))).isEqualTo(said);
    }

    private static String words(Reading<String> reading) {
        return switch (reading) {
            case Reading.Says<String> says -> "listed " + says.value();
            case Reading.Nothing<String> _ -> "nothing";
            case Reading.Unusable<String> _ -> "unusable";
        };
    }

    @Test
    void theOldestAndTheNewestCertificateAreTold() {
        String answer = """
                200
                [{"issuer_name":"C=US, O=Example CA","not_before":"2026-02-27T11:00:00","name_value":"a.example.com"},
                 {"issuer_name":"C=US, O=Other CA","not_before":"2026-03-01T09:30:00","name_value":"b.example.com"}]""";
        assertThat(CertificateLogs.read(answer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Says.class,
                        says -> assertThat(says.value())
                                .isEqualTo(new Certificates(
                                        Instant.parse("2026-02-27T11:00:00Z"),
                                        Instant.parse("2026-03-01T09:30:00Z"),
                                        "C=US, O=Other CA",
                                        2)));
        assertThat(CertificateLogs.read("200\n[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Nothing.class);
    }

    private static byte[] asked(String source, String subject, Map<String, String> own) {
        String scenario = """
                {"dns": {
                   "7.2.0.192.list.example": {"A": "127.0.0.2", "TXT": "open relay, see list.example/7"},
                   "8.2.0.192.list.example": {"A": "127.255.255.254"},
                   "9.2.0.192.list.example": {"A": "198.51.100.1"},
                   "bad.example.com.names.example": {"A": "127.0.1.4"},
                   "7.2.0.192.origin.routes.example": {"TXT": "64496 64497 | 192.0.2.0/24 | JP | apnic | 2010-01-01"}}}
                """;
        try (ClosedInternet net = ClosedInternet.of(scenario);
                LiveEgress live = new LiveEgress(
                        new SourceSettings(
                                List.of("127.0.0.1:" + net.dnsPort()),
                                URI.create("http://127.0.0.1:1/"),
                                Optional.empty(),
                                new TreeMap<>(own),
                                Privacy.HOSTS,
                                CaptureSettings.none()),
                        Limits.standard(),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            return live.ask(new Question(source, subject)) instanceof Reply.Answer answer ? answer.body() : new byte[0];
        }
    }

    @Test
    void aBlockListTellsItsCodeAndReasonAndItsRefusalIsNoListing() {
        Map<String, String> own = Map.of("dnsbl.zones", "list.example", "dnsbl.domains", "names.example");
        Service list = new BlockedAddresses();
        assertThat(words(list.read(asked("dnsbl", "7.2.0.192.list.example", own), IP)))
                .isEqualTo("listed 127.0.0.2: open relay, see list.example/7");
        assertThat(words(list.read(asked("dnsbl", "8.2.0.192.list.example", own), IP)))
                .isEqualTo("unusable");
        assertThat(words(list.read(asked("dnsbl", "9.2.0.192.list.example", own), IP)))
                .isEqualTo("unusable");
        assertThat(words(list.read(asked("dnsbl", "1.2.0.192.list.example", own), IP)))
                .isEqualTo("nothing");
        assertThat(words(new BlockedDomains().read(asked("dnsbl-domain", "bad.example.com.names.example", own), HOST)))
                .isEqualTo("listed 127.0.1.4");
    }

    @Test
    void everyZoneIsAQuestionOfItsOwn() {
        SourceSettings settings = new SourceSettings(
                List.of(),
                URI.create("http://127.0.0.1:1/"),
                Optional.empty(),
                new TreeMap<>(Map.of("dnsbl.zones", "one.example, two.example")),
                Privacy.HOSTS,
                CaptureSettings.none());
        Subject six = new Subject.Address(IpAddress.parse("2001:db8::1").orElseThrow());
        assertThat(new BlockedAddresses().about(List.of(IP, six, HOST), settings))
                .extracting(inquiry -> inquiry.question().subject())
                .containsExactly(
                        "7.2.0.192.one.example",
                        "7.2.0.192.two.example",
                        "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.one.example",
                        "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.two.example");
    }

    @Test
    void whoAnnouncesAnAddressIsReadFromDns() {
        byte[] body = asked("bgp", "192.0.2.7", Map.of("bgp.zone", "routes.example"));
        assertThat(RouteOrigin.read(body))
                .isInstanceOfSatisfying(
                        Reading.Says.class,
                        says -> assertThat(says.value())
                                .isEqualTo(new Announcement(64496, "192.0.2.0/24", "JP", "apnic")));
    }

    @Test
    void aFeedIsReadFromAFileAndNamesTheLine(@TempDir Path folder) throws IOException {
        Path plain = Files.writeString(folder.resolve("feed.txt"), "https://bad.example.com/login/\n# note\n");
        Path csv = Files.writeString(
                folder.resolve("valid.csv"),
                "phish_id,url,phish_detail_url\n7,\"http://bad.example.com/a,b\",http://p.example/7\n");
        Map<String, String> own = Map.of("openphish.feed", plain.toString(), "phishtank.feed", csv.toString());
        Subject any = new Subject.Url(
                new WebUrl("https://x.example/", "https", "", "x.example", -1, "/", "", ""), "https://x.example/");
        assertThat(words(new OpenPhish().read(asked("openphish", "http://bad.example.com/login", own), any)))
                .isEqualTo("listed listed");
        assertThat(words(new OpenPhish().read(asked("openphish", "http://bad.example.com/other", own), any)))
                .isEqualTo("nothing");
        assertThat(words(new PhishTank().read(asked("phishtank", "https://bad.example.com/a,b", own), any)))
                .isEqualTo("listed listed");
    }
}
