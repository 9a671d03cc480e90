package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.dissect.Dissector;
import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.HostPort;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The samples that come with the program: their finished cases are what the program makes of them today.
///
/// With `-Drecord.samples=true` the folders are written anew first; with `-Drecord.samples=replay` too, out of their
/// own recordings, which is quick and enough when nothing else is asked.
final class SamplesTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("project.root")).resolve("samples");
    private static final String RECORD = System.getProperty("record.samples", "false");
    private static final Duration FROM_RECEIPT_TO_ANALYSIS = Duration.ofMinutes(43);

    static List<String> names() {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreNineOrMore() {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(9);
    }

    @BeforeAll
    static void recordAnew() throws IOException, BrokenCase {
        for (String name : names()) {
            switch (RECORD) {
                case "true" -> record(name, analyse(name, 8).files());
                case "replay" -> record(name, replay(name, 8));
                default -> {
                    return;
                }
            }
        }
    }

    /// The ports of the closed internet, its certificates and the times of a visit differ from run to run, and stand
    /// in the evidence; so what was found is compared, digests aside.
    @ParameterizedTest
    @MethodSource("names")
    void analysedInItsInternetFindsWhatTheFinishedCaseSays(String name) throws IOException {
        JsonNode finished = json(SAMPLES.resolve(name).resolve("case.json"));
        JsonNode again =
                JsonMapper.shared().readTree(analyse(name, 8).files().contents().get("case.json"));
        for (String section :
                List.of("sample", "sender", "route", "auth", "links", "brand", "purpose", "findings", "verdict")) {
            assertThat(withoutDigests(again.get(section))).as(section).isEqualTo(withoutDigests(finished.get(section)));
        }
    }

    private static String withoutDigests(JsonNode section) {
        return section.toPrettyString().replaceAll("[0-9a-f]{64}", "digest");
    }

    @ParameterizedTest
    @MethodSource("names")
    void replayedAnywhereGivesTheSameBytes(String name) throws BrokenCase {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String at : List.of("Asia/Tokyo ja 1", "America/New_York en 8", "Asia/Tokyo tr 8", "UTC ar 1")) {
                String[] zoneLocaleThreads = at.split(" ");
                TimeZone.setDefault(TimeZone.getTimeZone(zoneLocaleThreads[0]));
                Locale.setDefault(Locale.of(zoneLocaleThreads[1]));
                assertSameFiles(name, replay(name, Integer.parseInt(zoneLocaleThreads[2])));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFolderVerifies(String name) throws BrokenCase {
        assertThat(new CaseFolder(SAMPLES.resolve(name)).verify().files()).isGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsCaseHoldsWhatIsExpected(String name) throws IOException {
        JsonNode expected = json(SAMPLES.resolve(name + ".expect.json"));
        JsonNode found = json(SAMPLES.resolve(name).resolve("case.json"));

        assertThat(new ExpectedCase(expected).differences(found)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsReportsSayWhatIsExpected(String name) throws IOException {
        ExpectedCase expected = new ExpectedCase(json(SAMPLES.resolve(name + ".expect.json")));
        for (Lang language : Lang.values()) {
            String report = Files.readString(SAMPLES.resolve(name).resolve("report." + language.code() + ".html"));
            assertThat(expected.missing(language.code(), report))
                    .as(language.code())
                    .isEmpty();
        }
    }

    private static CaseFiles replay(String name, int threads) throws BrokenCase {
        Recording recording = new CaseFolder(SAMPLES.resolve(name)).recording(threads);
        return switch (new Engine(recording.settings(), new Dissector(Limits.standard())).replay(recording)) {
            case Outcome.Analysed analysed -> analysed.files();
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    private static Outcome.Analysed analyse(String name, int threads) throws IOException {
        RawMail raw = RawMail.of(Files.readAllBytes(SAMPLES.resolve(name + ".eml")));
        Instant now = Instant.parse(json(SAMPLES.resolve(name + ".expect.json"))
                        .get("received")
                        .asString())
                .plus(FROM_RECEIPT_TO_ANALYSIS);
        try (ClosedInternet internet = ClosedInternet.start(SAMPLES.resolve(name + ".json"))) {
            Settings settings = settings(internet, threads);
            try (LiveEgress live =
                    new LiveEgress(settings.sources(), settings.limits(), Clock.fixed(now, ZoneOffset.UTC))) {
                return switch (new Engine(settings, new Dissector(Limits.standard())).analyse(raw, live, now)) {
                    case Outcome.Analysed analysed -> analysed;
                    case Outcome.NotMail(var why) -> fail(why.en());
                };
            }
        }
    }

    static Settings settings(ClosedInternet internet, int threads) {
        SourceSettings sources = new SourceSettings(
                List.of("127.0.0.1:" + internet.dnsPort()),
                internet.rdapBootstrap(),
                Optional.of("127.0.0.1:" + internet.whoisPort()),
                new TreeMap<>(
                        Map.of("safebrowsing.url", internet.safeBrowsing().toString(), "safebrowsing.key", "key")),
                Privacy.URLS,
                new CaptureSettings(
                        true,
                        Optional.empty(),
                        Optional.of(new HostPort("127.0.0.1", internet.proxyPort())),
                        Duration.ofSeconds(20),
                        true));
        return new Settings(sources, List.of(), List.of(), List.of(Lang.values()), Limits.standard(), threads);
    }

    private static void assertSameFiles(String name, CaseFiles files) {
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
            Path path = SAMPLES.resolve(name).resolve(file.getKey());
            if (!Files.isRegularFile(path) || !java.util.Arrays.equals(bytes(path), file.getValue())) {
                different.add(file.getKey());
            }
        }
        assertThat(different)
                .as("files of samples/%s that the program no longer makes; ./record-samples writes them anew", name)
                .isEmpty();
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(String name, CaseFiles files) throws IOException {
        Path folder = SAMPLES.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
        CaseFolder.write(SAMPLES, name, files);
    }

    private static JsonNode json(Path path) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(path));
    }
}
