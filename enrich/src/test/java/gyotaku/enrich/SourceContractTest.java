package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gyotaku.enrich.egress.HostPort;
import gyotaku.enrich.page.SecurityTxtSource;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Sources;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.fact.LookupEntry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What all sources keep to, whatever is at the other end.
class SourceContractTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /// Reasons that a question may stay unasked for when every server is hostile: the time is short, and who stays
    /// silent is left alone.
    private static final List<String> LEFT_ALONE = List.of("out-of-time", "silent", "limit", "not-configured");

    /// The sources that read nothing but files of this machine, and those that only a finding leads to.
    private static final List<String> ELSEWHERE =
            List.of("ipdata", "bimi", "page", "page-file", "page-picture", "rendering", "security-txt");

    static Limits brief() {
        return within(Duration.ofMillis(250), Duration.ofSeconds(3));
    }

    /// A server that answers has time enough on any machine; one that does not is soon given up.
    private static Limits limits(HostileTcp.Fault fault) {
        return switch (fault) {
            case HANG, DRIP -> brief();
            case FLOOD, ENDLESS_REDIRECTS, GZIP_BOMB, WRONG_LENGTH, GARBAGE, REDIRECT_INWARD, CLOSED ->
                within(Duration.ofSeconds(20), Duration.ofSeconds(40));
        };
    }

    private static Limits within(Duration source, Duration all) {
        return limits(Limits.standard(), source, all);
    }

    private static Limits limits(Limits all, Duration source, Duration together) {
        return new Limits(
                all.messageBytes(),
                all.mimeDepth(),
                all.mimeParts(),
                all.otherReadings(),
                all.headers(),
                all.headerBytes(),
                all.headerTotalBytes(),
                all.parameters(),
                all.commentDepth(),
                all.hops(),
                all.textBytes(),
                all.htmlNodes(),
                all.htmlDepth(),
                all.links(),
                all.linksEnriched(),
                all.pages(),
                all.linkBytes(),
                all.attachments(),
                all.files(),
                source,
                together,
                64 << 10);
    }

    /// Every setting of every source leads to one server.
    static SourceSettings settings(String base, int port, Privacy privacy) {
        SortedMap<String, String> own = new TreeMap<>();
        for (Setting setting : Sources.allSettings()) {
            own.put(
                    setting.path(),
                    switch (setting.kind()) {
                        case SECRET -> "secret-key";
                        case PLACE -> setting.path().endsWith(".zone") ? "origin.example" : base;
                        case CHOICE -> "list.example";
                    });
        }
        own.remove("ip.databases");
        String server = "127.0.0.1:" + port;
        return new SourceSettings(
                List.of(server), URI.create(base), Optional.of(server), own, privacy, CaptureSettings.none());
    }

    private static List<LookupEntry> asked(SourceSettings settings, Limits limits) {
        try (LiveEgress live = new LiveEgress(settings, limits, Clock.fixed(NOW, ZoneOffset.UTC))) {
            Lookups lookups = new Lookups(live, settings, new MozillaSuffixes(), limits, 16, NOW, false);
            lookups.about(LookupsTest.mail());
            return lookups.asked();
        }
    }

    @ParameterizedTest
    @EnumSource(HostileTcp.Fault.class)
    void whateverTheServerDoesEveryQuestionEndsAndNoneFindsAnything(HostileTcp.Fault fault) throws Exception {
        try (HostileTcp server = new HostileTcp(fault)) {
            for (Privacy privacy : List.of(Privacy.HOSTS, Privacy.URLS)) {
                SourceSettings settings = settings(server.base(), server.port(), privacy);
                List<LookupEntry> entries =
                        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> asked(settings, limits(fault)));
                assertThat(server.innerConnections()).isZero();
                assertThat(entries)
                        .extracting(LookupEntry::source)
                        .containsAll(Sources.all().stream()
                                .map(Source::key)
                                .filter(key -> !ELSEWHERE.contains(key))
                                .toList());
                assertThat(entries)
                        .filteredOn(entry -> !ELSEWHERE.contains(entry.source()))
                        .allSatisfy(entry -> {
                            assertThat(entry.state()).isIn("failed", "not-asked");
                            if (entry.state().equals("not-asked")) {
                                assertThat(entry.detail()).isIn(LEFT_ALONE);
                            }
                        });
                assertThat(entries)
                        .filteredOn(entry -> entry.source().equals("safebrowsing"))
                        .allSatisfy(entry -> assertThat(entry.detail()).startsWith(expected(fault)));
            }
        }
    }

    /// No page answers a mail of these tests, so that the site's own file is asked for here by itself.
    @ParameterizedTest
    @EnumSource(HostileTcp.Fault.class)
    void aHostileWayToASiteEndsToo(HostileTcp.Fault fault) throws Exception {
        try (HostileTcp server = new HostileTcp(fault)) {
            SourceSettings all = settings(server.base(), server.port(), Privacy.HOSTS);
            SourceSettings visits = new SourceSettings(
                    all.dnsServers(),
                    all.rdapBootstrap(),
                    all.whoisServer(),
                    new TreeMap<>(),
                    Privacy.HOSTS,
                    new CaptureSettings(
                            true,
                            Optional.empty(),
                            Optional.of(new HostPort("127.0.0.1", server.port())),
                            Duration.ofSeconds(2)));
            try (LiveEgress live = new LiveEgress(visits, brief(), Clock.fixed(NOW, ZoneOffset.UTC))) {
                Question question = SecurityTxtSource.question(new DomainName("site.example"));
                Reply reply = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> live.ask(question));
                assertThat(reply).isInstanceOf(Reply.Silence.class);
                assertThat(server.innerConnections()).isZero();
            }
        }
    }

    /// Of a source by HTTP that follows no redirects.
    private static String expected(HostileTcp.Fault fault) {
        return switch (fault) {
            case HANG, DRIP -> "timeout";
            case FLOOD -> "too-large";
            case GZIP_BOMB -> "unreadable";
            case ENDLESS_REDIRECTS, REDIRECT_INWARD -> "server-error: HTTP 302";
            case WRONG_LENGTH, GARBAGE, CLOSED -> "server-error";
        };
    }

    @Test
    void withoutKeysAndPlacesNobodyIsAskedAndEachSaysWhy() {
        SourceSettings bare = new SourceSettings(
                List.of("127.0.0.1:1"),
                URI.create("http://127.0.0.1:1/"),
                Optional.of("127.0.0.1:1"),
                new TreeMap<>(),
                Privacy.URLS,
                CaptureSettings.none());
        assertThat(Sources.all()).allSatisfy(source -> {
            if (!source.settings().isEmpty() && !source.key().equals("ipdata")) {
                assertThat(source.hindrance(bare).map(Enum::name))
                        .hasValueSatisfying(reason -> assertThat(reason).isIn("NO_KEY", "NOT_CONFIGURED"));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Privacy.class)
    void nothingThatPrivacyKeepsBackReachesASource(Privacy privacy, @TempDir Path folder) throws Exception {
        try (HostileTcp server = new HostileTcp(HostileTcp.Fault.CLOSED)) {
            SourceSettings settings = settings(server.base(), server.port(), privacy)
                    .with(Map.of(
                            "openphish.feed",
                            folder.resolve("none").toString(),
                            "phishtank.feed",
                            folder.resolve("none").toString()));
            assertThat(asked(settings, limits(HostileTcp.Fault.CLOSED)))
                    .filteredOn(entry -> !entry.sent().isEmpty())
                    .allSatisfy(entry -> assertThat(
                                    privacy.allows(Privacy.valueOf(entry.sent().toUpperCase(java.util.Locale.ROOT))))
                            .isTrue());
        }
    }
}
