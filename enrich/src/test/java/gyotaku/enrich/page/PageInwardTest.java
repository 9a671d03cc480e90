package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.HostPort;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.State;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// A page leads the browser inward by everything that a page can do. Servers at 127.83.71.1 count who comes (where the
/// system lets us listen there), and the upstream proxy's journal shows every target that went out.
final class PageInwardTest {

    /// 127.83.71.1 as pages may write it, and other places inside.
    private static final List<String> PLACES = List.of(
            "127.83.71.1",
            "2136164097",
            "0177.0123.0107.01",
            "0x7f534701",
            "[::ffff:7f53:4701]",
            "[64:ff9b::7f53:4701]",
            "[::1]",
            "localhost",
            "169.254.169.254",
            "100.64.0.1",
            "10.0.0.1",
            "inward.example-i.com",
            "mixed.example-m.com");

    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    private static final List<ServerSocket> LISTENING = new ArrayList<>();
    private static ClosedInternet internet;

    @BeforeAll
    static void start() throws IOException {
        internet = ClosedInternet.of(scenario());
        for (int port : List.of(80, 443)) {
            try {
                ServerSocket server = new ServerSocket(port, 50, InetAddress.ofLiteral("127.83.71.1"));
                LISTENING.add(server);
                Thread.ofVirtual().start(() -> count(server));
            } catch (IOException _) {
                // without the right to listen there, the journal alone tells
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        for (ServerSocket server : LISTENING) {
            server.close();
        }
        internet.close();
    }

    private static void count(ServerSocket server) {
        while (!server.isClosed()) {
            try (var _ = server.accept()) {
                CONNECTIONS.incrementAndGet();
            } catch (IOException _) {
                return;
            }
        }
    }

    private static String scenario() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ObjectNode dns = root.putObject("dns");
        dns.putObject("lure.example-a.com").put("A", "93.184.216.10");
        dns.putObject("inward.example-i.com").put("A", "127.83.71.1");
        dns.putObject("mixed.example-m.com").putArray("A").add("93.184.216.11").add("127.83.71.1");
        ObjectNode site = root.putObject("web").putObject("lure.example-a.com");
        page(site, "/all", everything());
        page(site, "/meta", "<meta http-equiv=refresh content='0;url=http://2136164097/'>");
        page(site, "/script", "<script>location.href = 'http://[::ffff:7f53:4701]/'</script>");
        page(site, "/name", "<script>location.replace('https://mixed.example-m.com/')</script>");
        page(site, "/file", "<title>stays</title><script>location.href = 'file:///etc/passwd'</script>");
        page(site, "/chrome", "<title>stays</title><script>location.href = 'chrome://version'</script>");
        page(site, "/source", "<title>stays</title><script>location.href = 'view-source:file:///etc/passwd'</script>");
        ObjectNode moved = site.putObject("/http").put("status", 302).put("body", "");
        moved.putObject("headers").put("Location", "http://0x7f534701/latest/meta-data");
        ObjectNode toFile = site.putObject("/http-file").put("status", 302).put("body", "");
        toFile.putObject("headers").put("Location", "file:///etc/passwd");
        return root.toString();
    }

    private static void page(ObjectNode site, String path, String body) {
        site.putObject(path).put("body", body);
    }

    private static String everything() {
        StringBuilder html = new StringBuilder("<title>all</title>");
        for (String place : PLACES) {
            String http = "http://" + place + "/x";
            html.append(
                    "<iframe src='" + http + "'></iframe><img src='" + http + "'><script src='" + http + "'></script>"
                            + "<link rel=stylesheet href='" + http + "'><link rel=prefetch href='" + http + "'>"
                            + "<link rel=preconnect href='" + http + "'><object data='" + http + "'></object>"
                            + "<script>fetch('" + http + "',{mode:'no-cors'}).catch(_=>0);"
                            + "fetch('https://" + place + "/',{mode:'no-cors'}).catch(_=>0);"
                            + "try { new WebSocket('ws://" + place + "/') } catch (_) {}"
                            + "try { new EventSource('" + http + "') } catch (_) {}"
                            + "try { navigator.sendBeacon('" + http + "', 'x') } catch (_) {}"
                            + "try { window.open('" + http + "') } catch (_) {}"
                            + "</script>");
        }
        return html.append("<iframe src='file:///etc/passwd'></iframe><img src='file:///etc/passwd'>"
                        + "<iframe src='chrome://version'></iframe>"
                        + "<script>try { const c = new RTCPeerConnection({iceServers:"
                        + "[{urls:'stun:127.83.71.1:80?transport=tcp'},{urls:'turn:127.83.71.1:80?transport=tcp',"
                        + "username:'a',credential:'b'}]}); c.createDataChannel('x');"
                        + "c.createOffer().then(o => c.setLocalDescription(o)) } catch (_) {}</script>")
                .toString();
    }

    private static CaptureSettings settings(Optional<Path> browser) {
        return new CaptureSettings(
                true, browser, Optional.of(new HostPort("127.0.0.1", internet.proxyPort())), Duration.ofSeconds(30));
    }

    private static Optional<Path> none() {
        return Optional.of(Path.of("/nowhere/chromium"));
    }

    private static void nothingWentInward() {
        assertThat(CONNECTIONS).hasValue(0);
        assertThat(internet.requests())
                .filteredOn(line -> line.startsWith("proxy "))
                .isNotEmpty()
                .allMatch(line -> line.contains("lure.example-a.com"));
    }

    @Test
    void noElementOrScriptOfAPageReachesInward() {
        try (Visits visits = new Visits(internet, settings(Optional.empty()))) {
            Landing page = visits.to("http://lure.example-a.com/all");

            assertThat(page.title()).isEqualTo("all");
            assertThat(page.resources()).filteredOn(r -> r.url().contains("/x")).hasSizeGreaterThan(PLACES.size());
            assertThat(page.resources())
                    .filteredOn(resource -> !resource.url().contains("lure.example-a.com"))
                    .allMatch(resource -> resource.sha256().isEmpty());
            assertThat(dom(visits, page)).doesNotContain("root:x:0");
            nothingWentInward();
        }
    }

    private static String dom(Visits visits, Landing page) {
        return new String(visits.file(page.dom().orElseThrow()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"/http, http", "/meta, meta", "/script, script", "/name, script"})
    void aPageThatMovesInwardIsBlocked(String path, String how) {
        try (Visits visits = new Visits(internet, settings(Optional.empty()))) {
            Landing page = visits.to("http://lure.example-a.com" + path);

            assertThat(page.state()).isEqualTo(State.BLOCKED);
            assertThat(page.cut()).contains("inner-address");
            assertThat(page.redirects())
                    .singleElement()
                    .satisfies(step -> assertThat(step.how()).isEqualTo(how));
            nothingWentInward();
        }
    }

    @ParameterizedTest
    @CsvSource({"/file", "/chrome", "/source"})
    void noPageOpensFilesOrTheBrowsersOwnPages(String path) {
        try (Visits visits = new Visits(internet, settings(Optional.empty()))) {
            Landing page = visits.to("http://lure.example-a.com" + path);

            assertThat(page.title()).isEqualTo("stays");
            assertThat(page.url()).isEqualTo("http://lure.example-a.com" + path);
            assertThat(dom(visits, page)).doesNotContain("root:x:0");
        }
    }

    @Test
    void aRedirectToAFileGivesNoContent() {
        try (Visits visits = new Visits(internet, settings(Optional.empty()))) {
            Landing page = visits.to("http://lure.example-a.com/http-file");

            assertThat(page.state()).isIn(State.BLOCKED, State.REFUSED);
            assertThat(page.dom()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/http", "/meta"})
    void aPlainFetchIsBlockedToo(String path) {
        try (Visits visits = new Visits(internet, settings(none()))) {
            Landing page = visits.to("http://lure.example-a.com" + path);

            assertThat(page.state()).isEqualTo(State.BLOCKED);
            assertThat(page.means()).isEqualTo(Landing.Means.PLAIN);
            assertThat(page.cut()).contains("inner-address");
            nothingWentInward();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aNameThatTurnsInwardBetweenTwoAnswersIsBlocked(boolean browser) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Guard guard =
                new Guard(_ -> List.of(IpAddress.parse(asked.getAndIncrement() == 0 ? "93.184.216.10" : "127.83.71.1")
                        .orElseThrow()));
        PageLook look = new PageLook(
                settings(browser ? Optional.empty() : none()),
                guard,
                Duration.ofSeconds(30),
                new ConcurrentHashMap<>());

        byte[] recorded = look.visit("http://lure.example-a.com/all").bytes();

        assertThat(Visit.read(recorded).orElseThrow().looks().getFirst().error())
                .isEqualTo(Visit.Ending.INNER_ADDRESS);
        assertThat(asked).hasValueGreaterThan(1);
        assertThat(CONNECTIONS).hasValue(0);
    }

    @Test
    void theBrowserAsksForNothingOfItsOwn() {
        String scenario = """
                {"dns": {"quiet.example-q.com": {"A": "93.184.216.20"}},
                 "web": {"quiet.example-q.com": {"*": {"body": "<title>Quiet</title>only words"}}}}
                """;
        try (ClosedInternet alone = ClosedInternet.of(scenario);
                Visits visits = new Visits(alone, Optional.empty(), Duration.ofSeconds(30))) {
            visits.to("https://quiet.example-q.com/");

            assertThat(alone.requests()).isNotEmpty().allMatch(line -> line.contains("quiet.example-q.com"));
            assertThat(alone.requests())
                    .filteredOn(line -> line.startsWith("web GET https://quiet.example-q.com/ "))
                    .hasSize(2);
        }
    }
}
