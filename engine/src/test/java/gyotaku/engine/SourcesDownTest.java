package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gyotaku.dissect.Dissector;
import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Sources;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every source takes the question and stays silent: the report comes all the same, in time, and says so on its
/// first page.
class SourcesDownTest {

    private static final Path SAMPLE =
            Path.of(System.getProperty("project.root")).resolve("samples/ana-miles.eml");
    private static final Instant NOW = Instant.parse("2026-08-31T02:00:00Z");
    private static final Duration BUDGET = Duration.ofSeconds(4);

    private static Limits limits() {
        Limits all = Limits.standard();
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
                Duration.ofMillis(500),
                BUDGET,
                all.answerBytes());
    }

    private static Settings settings(int port) {
        SortedMap<String, String> own = new TreeMap<>();
        for (Setting setting : Sources.allSettings()) {
            if (setting.path().endsWith(".url")) {
                own.put(setting.path(), "http://127.0.0.1:" + port + "/");
            } else if (setting.path().endsWith(".key")) {
                own.put(setting.path(), "key");
            }
        }
        own.put("dnsbl.zones", "list.example");
        String server = "127.0.0.1:" + port;
        SourceSettings sources = new SourceSettings(
                List.of(server),
                URI.create("http://" + server + "/"),
                Optional.of(server),
                own,
                Privacy.HOSTS,
                CaptureSettings.none());
        return new Settings(sources, List.of(), List.of(), List.of(Lang.values()), limits(), 8);
    }

    private static Map<String, byte[]> analysed(int port) throws IOException {
        Settings settings = settings(port);
        try (LiveEgress live =
                new LiveEgress(settings.sources(), settings.limits(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            return switch (new Engine(settings, new Dissector(Limits.standard()))
                    .analyse(RawMail.of(Files.readAllBytes(SAMPLE)), live, NOW)) {
                case Outcome.Analysed analysed -> analysed.files().contents();
                case Outcome.NotMail(var why) -> fail(why.en());
            };
        }
    }

    @Test
    void theReportComesInTimeAndItsFirstPageSaysWhoWasSilent() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket silent = new ServerSocket(0, 200, loopback);
                DatagramSocket deaf = new DatagramSocket(silent.getLocalPort(), loopback)) {
            assertThat(deaf.isBound()).isTrue();
            Map<String, byte[]> files =
                    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> analysed(silent.getLocalPort()));

            JsonNode found = JsonMapper.shared().readTree(files.get("case.json"));
            assertThat(found.path("lookups")
                            .valueStream()
                            .filter(entry -> !entry.path("source").asString().equals("ipdata")))
                    .isNotEmpty()
                    .allSatisfy(
                            entry -> assertThat(entry.path("state").asString()).isIn("failed", "not-asked"));
            String report = new String(files.get("report.en.html"), StandardCharsets.UTF_8);
            String firstPage = report.substring(report.indexOf("id=\"overview\""), report.indexOf("</section>"));
            assertThat(firstPage).contains("Google Safe Browsing", "domain registration", "failed", "timeout");
            assertThat(found.at("/verdict/class").asString()).isNotEqualTo("benign");
        }
    }
}
