package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.egress.HostPort;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.State;
import gyotaku.testkit.ClosedInternet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that try to lead the visitor into the network it stands in. Nothing on loopback is ever reached, and the
/// upstream proxy is never asked for a host that is no public page.
final class InwardTest {

    private static final Optional<Path> BROWSER = Optional.empty();
    private static final Optional<Path> NONE = Optional.of(Path.of("/nowhere/chromium"));

    private static InnerServer inner;
    private static ClosedInternet internet;

    @BeforeAll
    static void start() {
        inner = new InnerServer();
        internet = ClosedInternet.of("""
                {"dns": {
                   "page.example-a.com": {"A": "93.184.216.10"}, "inward.example-j.com": {"A": "127.0.0.1"},
                   "mixed.example-k.com": {"A": ["93.184.216.19", "10.0.0.1"]},
                   "mapped.example-l.com": {"AAAA": "::ffff:7f00:1"}, "meta.example-m.com": {"A": "169.254.169.254"}
                 },
                 "web": {"page.example-a.com": {
                   "/all": {"body": %s},
                   "/http": {"status": 302, "headers": {"Location": "http://127.0.0.1/"}, "body": ""},
                   "/http-name": {"status": 302, "headers": {"Location": "https://inward.example-j.com/"}, "body": ""},
                   "/http-file": {"status": 302, "headers": {"Location": "file:///etc/passwd"}, "body": ""},
                   "/meta": {"body": "<meta http-equiv=refresh content='0;url=http://127.1/'>"},
                   "/script": {"body": "<script>location.href='http://2130706433/'</script>"},
                   "/script-file": {"body": "<title>here</title><script>location.href='file:///etc/passwd'</script>"},
                   "/script-chrome": {"body": "<title>here</title><script>location.href='chrome://version'</script>"},
                   "/script-source": {"body": "<title>here</title><script>location.href='view-source:file:///etc/passwd'</script>"},
                   "/w.js": {"headers": {"Content-Type": "text/javascript"}, "body": %s}
                 }}}
                """.formatted(json(everything()), json("fetch('" + places().getFirst() + "')")));
    }

    @AfterAll
    static void stop() {
        internet.close();
        inner.close();
    }

    private static List<String> places() {
        return List.of(
                "http://127.0.0.1:" + inner.port() + "/",
                "http://localhost:" + inner.port() + "/",
                "http://[::1]:" + inner.port() + "/",
                "http://127.0.0.1/",
                "https://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://0/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://inward.example-j.com/",
                "https://inward.example-j.com/",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "chrome://version/",
                "view-source:file:///etc/passwd");
    }

    /// Every way at once to every place.
    private static String everything() {
        StringBuilder page = new StringBuilder("<title>all</title><p>all of them</p>");
        for (String place : places()) {
            page.append("""
                    <iframe src='%1$s'></iframe><img src='%1$s'><script src='%1$s'></script><object data='%1$s'></object>
                    <embed src='%1$s'><video src='%1$s'></video><link rel=stylesheet href='%1$s'>
                    <link rel=prefetch href='%1$s'><link rel=preconnect href='%1$s'><link rel=dns-prefetch href='%1$s'>
                    <link rel=prerender href='%1$s'><link rel=modulepreload href='%1$s'>
                    <form action='%1$s' method=post target=f><input name=a value=b></form>
                    <script type=speculationrules>{"prerender": [{"urls": ["%1$s"]}]}</script>
                    """.formatted(place));
        }
        return page.append("<iframe name=f></iframe><script>const places = ")
                .append(json(places()))
                .append(";")
                .append("""
                        const tried = (what) => { try { const p = what(); if (p && p.catch) p.catch(() => 0); } catch (_) {} };
                        for (const place of places) {
                          tried(() => fetch(place, {mode: "no-cors"}));
                          tried(() => { const x = new XMLHttpRequest(); x.open("GET", place); x.send(); });
                          tried(() => new WebSocket(place.replace("http", "ws")));
                          tried(() => new EventSource(place));
                          tried(() => navigator.sendBeacon(place, "x"));
                          tried(() => new Worker(place));
                          tried(() => navigator.serviceWorker.register(place));
                          tried(() => window.open(place, "_blank", "noopener"));
                        }
                        tried(() => new Worker("/w.js"));
                        tried(() => navigator.serviceWorker.register("/w.js"));
                        for (const form of document.forms) tried(() => form.submit());
                        const at = places[0].replace(/.*:(\\d+).*/, "$1");
                        tried(() => {
                          const call = new RTCPeerConnection({iceServers: [
                            {urls: "stun:127.0.0.1:" + at}, {urls: "turn:127.0.0.1:" + at + "?transport=tcp", username: "a", credential: "b"}]});
                          call.createDataChannel("a");
                          call.createOffer().then(o => call.setLocalDescription(o));
                        });
                        </script>
                        """)
                .toString();
    }

    private static String json(Object value) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value);
    }

    private static void nothingInside() {
        assertThat(inner.reached()).isZero();
        assertThat(internet.requests().stream().filter(line -> line.startsWith("proxy ")))
                .allMatch(line -> line.contains("page.example-a.com"));
        Leftovers.none();
    }

    private static Visits visits(Optional<Path> browser) {
        return new Visits(internet, browser, Duration.ofSeconds(20));
    }

    private static String dom(Visits visits, Landing page) {
        return page.dom()
                .map(visits::file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void everyWayToEveryPlaceAtOnce(String scheme) {
        try (Visits visits = visits(BROWSER)) {
            Landing page = visits.to(scheme + "://page.example-a.com/all");

            assertThat(page.title()).isEqualTo("all");
            assertThat(page.resources()).hasSizeGreaterThan(20);
            assertThat(dom(visits, page)).contains("all of them").doesNotContain(InnerServer.SECRET, "root:x:");
        }
        nothingInside();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "http-name", "http-file", "meta", "script"})
    void awayThatLeadsInwardEndsThere(String path) {
        try (Visits visits = visits(BROWSER)) {
            Landing page = visits.to("https://page.example-a.com/" + path);

            assertThat(page.state()).isEqualTo(State.BLOCKED);
            assertThat(page.desktop()).isEmpty();
        }
        nothingInside();
    }

    @ParameterizedTest
    @ValueSource(strings = {"script-file", "script-chrome", "script-source"})
    void whatABrowserDoesNotFollowLeavesThePage(String path) {
        try (Visits visits = visits(BROWSER)) {
            Landing page = visits.to("https://page.example-a.com/" + path);

            assertThat(page.title()).isEqualTo("here");
            assertThat(page.url()).isEqualTo("https://page.example-a.com/" + path);
            assertThat(dom(visits, page)).doesNotContain("root:x:");
        }
        nothingInside();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "http-name", "http-file", "meta", "all"})
    void aPlainFetchGoesNowhereInside(String path) {
        try (Visits visits = visits(NONE)) {
            Landing page = visits.to("https://page.example-a.com/" + path);

            assertThat(page.means()).isEqualTo(Landing.Means.PLAIN);
            assertThat(dom(visits, page)).doesNotContain(InnerServer.SECRET, "root:x:");
        }
        nothingInside();
    }

    static Stream<String> starts() {
        return Stream.concat(
                places().stream(),
                Stream.of(
                        "https://mixed.example-k.com/",
                        "https://mapped.example-l.com/",
                        "http://meta.example-m.com/",
                        "http://100.64.0.1/",
                        "http://10.0.0.1/",
                        "http://0.0.0.0/",
                        "http://[fe80::1]/",
                        "http://[fd00::1]/",
                        "http://127.1/",
                        "http://127.0.0.1./",
                        "http://localhost./",
                        "http://page.example-a.com@127.0.0.1/",
                        "http://page.example-a.com:80@127.0.0.1:80/",
                        "http://127.0.0.1\\@page.example-a.com/"));
    }

    /// With and without an upstream proxy.
    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("starts")
    void noVisitBeginsInside(String url) {
        for (Optional<Path> browser : List.of(BROWSER, NONE)) {
            for (Optional<HostPort> proxy :
                    List.of(Optional.of(new HostPort("127.0.0.1", internet.proxyPort())), Optional.<HostPort>empty())) {
                try (Visits visits =
                        new Visits(internet, new CaptureSettings(true, browser, proxy, Duration.ofSeconds(20)))) {
                    if (visits.why(url).isEmpty()) {
                        Landing page = visits.to(url);
                        assertThat(page.state()).isIn(State.BLOCKED, State.REFUSED, State.NXDOMAIN);
                        assertThat(page.dom()).isEmpty();
                    } else {
                        assertThat(visits.why(url).orElseThrow().reason()).isEqualTo(Why.Reason.UNREADABLE);
                    }
                }
            }
        }
        nothingInside();
    }

    @Test
    void theServerInsideCanBeReached() throws java.io.IOException {
        try (InnerServer other = new InnerServer();
                var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), other.port())) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains(InnerServer.SECRET);
            assertThat(other.reached()).isEqualTo(1);
        }
    }
}
