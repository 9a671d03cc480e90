package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.egress.SpecialAddresses;
import gyotaku.enrich.whois.Moment;
import gyotaku.model.ByteSpan;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.WebUrl;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.fact.Registration;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Route;
import gyotaku.model.mail.Source;
import gyotaku.testkit.ClosedInternet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final ByteSpan SPAN = new ByteSpan(0, 1);
    private static final String HREF = "https://login.bad-shop.com/a";

    private static final String SCENARIO = """
            {"dns": {
               "login.bad-shop.com": {"A": "185.225.74.77"},
               "77.74.225.185.in-addr.arpa": {"PTR": "vps77.hosting.net"},
               "vps77.hosting.net": {"A": "185.225.74.77"},
               "20.74.225.185.in-addr.arpa": {"PTR": "lies.hosting.net"},
               "lies.hosting.net": {"A": "185.225.74.99"}},
             "rdap_tlds": ["com"],
             "rdap": {"domain": {"bad-shop.com": {"objectClassName": "domain", "ldhName": "bad-shop.com",
                 "events": [{"eventAction": "registration", "eventDate": "2026-02-27T10:00:00Z"}],
                 "entities": [{"roles": ["registrar"],
                   "vcardArray": ["vcard", [["fn", {}, "text", "Example Registrar"]]],
                   "entities": [{"roles": ["abuse"],
                     "vcardArray": ["vcard", [["email", {}, "text", "abuse@registrar.net"]]]}]}]}},
               "ip": {"185.225.74.0/24": {"objectClassName": "ip network", "name": "HOST", "country": "NL",
                 "startAddress": "185.225.74.0", "cidr0_cidrs": [{"v4prefix": "185.225.74.0", "length": 24}]}}},
             "whois": {"sender.cn": "Domain Name: sender.cn\\nRegistration Time: 2026-02-18 11:12:13\\n"},
             "safebrowsing": {"https://login.bad-shop.com/a": "SOCIAL_ENGINEERING"}}
            """;

    static ParsedMail mail() {
        return mail(List.of());
    }

    static ParsedMail mail(List<Mailbox> recipients) {
        Part root = new Part(
                "1",
                "text/plain",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                SPAN,
                SPAN,
                Sha256.of(new byte[0]),
                0,
                Optional.empty(),
                List.of());
        Hop hop = new Hop(
                0,
                "mx.sender.cn",
                "",
                IpAddress.parse("185.225.74.20"),
                "mx.example.co.jp",
                "",
                "",
                "",
                Optional.empty(),
                Hop.Standing.BOUNDARY,
                SPAN,
                "from x by y");
        WebUrl url = new WebUrl(HREF, "https", "", "login.bad-shop.com", -1, "/a", "", "");
        Link link = new Link("here", HREF, url, List.of(), Link.Context.ANCHOR, "1", "", SPAN);
        return new ParsedMail(
                Source.of(new byte[0]),
                List.of(),
                root,
                List.of(new Mailbox("", "a@none.com", SPAN)),
                List.of(),
                Optional.empty(),
                recipients,
                "",
                List.of(),
                Optional.empty(),
                new Route(List.of(hop), Route.How.TOPMOST_LINE, Text.same("")),
                new Body("", List.of(), false, SPAN),
                List.of(link),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static SourceSettings settings(ClosedInternet net, Privacy privacy, String key) {
        return new SourceSettings(
                List.of("127.0.0.1:" + net.dnsPort()),
                net.rdapBootstrap(),
                Optional.of("127.0.0.1:" + net.whoisPort()),
                net.safeBrowsing(),
                Optional.of(key),
                privacy);
    }

    private static Lookups lookups(Egress egress, SourceSettings settings, int threads) {
        return new Lookups(egress, settings, new MozillaSuffixes(), Limits.standard(), threads, NOW, false);
    }

    @Test
    void liveAndPlaybackGiveTheSameFactsForAnyNumberOfThreads() {
        try (ClosedInternet net = ClosedInternet.of(SCENARIO);
                LiveEgress live = new LiveEgress(
                        settings(net, Privacy.URLS, "secret-key"),
                        Limits.standard(),
                        Clock.fixed(NOW, ZoneOffset.UTC))) {
            SourceSettings settings = settings(net, Privacy.URLS, "secret-key");
            Recorder recorder = new Recorder(live, NOW, false);
            Lookups first = lookups(recorder, settings, 4);
            Facts facts = first.about(mail());

            LinkFacts link = Objects.requireNonNull(facts.links().get(HREF));
            Registration registration = link.registration().found().orElseThrow();
            assertThat(registration.registeredAt()).contains(Instant.parse("2026-02-27T10:00:00Z"));
            assertThat(registration.registrar()).isEqualTo("Example Registrar");
            assertThat(registration.abuseContact()).isEqualTo("abuse@registrar.net");
            assertThat(link.reputation())
                    .filteredOn(entry -> entry.source().equals("safebrowsing"))
                    .extracting(entry -> entry.threat().found())
                    .containsExactly(Optional.of("SOCIAL_ENGINEERING"));
            assertThat(facts.domain(new DomainName("none.com")).state()).isEqualTo("not-listed");
            Registration whois =
                    facts.domain(new DomainName("sender.cn")).found().orElseThrow();
            assertThat(whois.registeredAt()).contains(Instant.parse("2026-02-18T03:12:13Z"));
            assertThat(whois.protocol()).isEqualTo("whois");
            var target = facts.ip(IpAddress.parse("185.225.74.77").orElseThrow());
            assertThat(target.network().found().orElseThrow().range()).isEqualTo("185.225.74.0/24");
            assertThat(target.reverse().found().orElseThrow().confirmed().found())
                    .contains(true);
            var sender = facts.ip(IpAddress.parse("185.225.74.20").orElseThrow());
            assertThat(sender.reverse().found().orElseThrow().confirmed().found())
                    .contains(false);

            assertThat(recorder.tape().toString()).doesNotContain("secret-key");
            for (int threads : List.of(1, 8)) {
                Lookups again = lookups(new Playback(recorder.tape()), settings, threads);
                assertThat(again.about(mail())).isEqualTo(facts);
                assertThat(again.asked()).isEqualTo(first.asked());
            }
        }
    }

    @Test
    void offLineSendsNothingAndSaysSo() {
        try (ClosedInternet net = ClosedInternet.of(SCENARIO)) {
            Lookups lookups = lookups(new OfflineEgress(NOW), settings(net, Privacy.URLS, "key"), 2);
            lookups.about(mail());
            assertThat(net.requests()).isEmpty();
            assertThat(lookups.asked())
                    .filteredOn(entry -> !entry.source().equals("ipdata"))
                    .isNotEmpty()
                    .allMatch(entry ->
                            entry.state().equals("not-asked") && entry.detail().equals("offline"));
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE, key, privacy", "URLS, '', no-key"})
    void wholeUrlsGoOutOnlyWithLeaveAndKey(Privacy privacy, String key, String detail) {
        try (ClosedInternet net = ClosedInternet.of(SCENARIO);
                LiveEgress live = new LiveEgress(
                        settings(net, privacy, key), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            Lookups lookups = lookups(live, settings(net, privacy, key), 2);
            lookups.about(mail());
            assertThat(lookups.asked()).contains(new LookupEntry("safebrowsing", HREF, "not-asked", detail, NOW));
            assertThat(net.requests()).noneMatch(line -> line.startsWith("http-post"));
        }
    }

    @ParameterizedTest
    @CsvSource({"HASHES", "HOSTS"})
    void withoutLeaveForUrlsSafeBrowsingIsAskedByHashPrefixes(Privacy privacy) {
        try (ClosedInternet net = ClosedInternet.of(SCENARIO);
                LiveEgress live = new LiveEgress(
                        settings(net, privacy, "secret-key"), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            Facts facts = lookups(live, settings(net, privacy, "secret-key"), 2).about(mail());
            assertThat(Objects.requireNonNull(facts.links().get(HREF)).reputation())
                    .filteredOn(entry -> entry.source().equals("safebrowsing"))
                    .extracting(entry -> entry.threat().found())
                    .containsExactly(Optional.of("SOCIAL_ENGINEERING"));
            assertThat(net.requests())
                    .filteredOn(line -> line.startsWith("http-post"))
                    .singleElement()
                    .asString()
                    .contains("fullHashes:find")
                    .doesNotContain("bad-shop");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,false",
        "10.1.2.3,false",
        "100.64.0.1,false",
        "169.254.169.254,false",
        "198.18.0.1,false",
        "240.0.0.1,false",
        "255.255.255.255,false",
        "224.0.0.1,false",
        "0.0.0.0,false",
        "::1,false",
        "::,false",
        "fd00:ec2::254,false",
        "64:ff9b::7f00:1,false",
        "2002:7f00:1::,false",
        "2001::1,false",
        "::127.0.0.1,false",
        "::ffff:127.0.0.1,false",
        "fe80::1,false",
        "8.8.8.8,true",
        "2606:4700::1111,true",
        "192.0.0.9,true"
    })
    void onlyGloballyReachableAddressesAreConnectedTo(String address, boolean reachable) {
        assertThat(SpecialAddresses.reachable(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(reachable);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-18 11:12:13, Asia/Shanghai, 2026-02-18T03:12:13Z",
        "2026/02/18, Asia/Tokyo, 2026-02-17T15:00:00Z",
        "2026-02-18T11:12:13.5Z, Asia/Tokyo, 2026-02-18T11:12:13Z",
        "2026-02-18T11:12:13+0900, UTC, 2026-02-18T02:12:13Z",
        "14-Feb-1999, UTC, 1999-02-14T00:00:00Z",
        "2026. 02. 18., UTC, 2026-02-18T00:00:00Z",
        "27-10-1999, UTC, 1999-10-27T00:00:00Z",
        "20260218 #123, UTC, 2026-02-18T00:00:00Z",
        "before Aug-1996, UTC, "
    })
    void registriesDatesAreRead(String text, String zone, Instant expected) {
        assertThat(Moment.read(text, ZoneId.of(zone)).map(Moment::at)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void countriesAreKnownWithoutNetworkButNotOfExampleAddresses() {
        OfflineEgress egress = new OfflineEgress(NOW);
        assertThat(answer(egress, "8.8.8.8")).contains("\"asn\":15169").contains("\"country\":\"US\"");
        assertThat(answer(egress, "203.0.113.1")).contains("\"country\":\"\"");
    }

    private static String answer(Egress egress, String address) {
        return egress.ask(new Question("ipdata", address)) instanceof Reply.Answer answer
                ? new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
                : "";
    }
}
