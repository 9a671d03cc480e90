package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.Lookup;
import gyotaku.model.RawMail;
import gyotaku.model.Why;
import gyotaku.model.fact.Rendering;
import gyotaku.model.mail.Opener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The mail's HTML before a real Chromium: a picture or a reason, nobody reached, nothing left behind.
final class RenderingTest {

    private static final Instant NOW = Instant.parse("2026-05-15T00:00:00Z");

    private static Engine engine(Optional<Path> browser, boolean rendering) {
        SourceSettings sources = new SourceSettings(
                List.of("127.0.0.1:1"),
                URI.create("http://127.0.0.1:1/"),
                Optional.of("127.0.0.1:1"),
                new TreeMap<>(),
                Privacy.NONE,
                new CaptureSettings(false, browser, Optional.empty(), Duration.ofSeconds(5), rendering));
        return new Engine(
                new Settings(sources, List.of(), List.of(), List.of(Lang.EN), Limits.standard(), 4), Opener.none());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Engine withChromium() {
        assumeTrue(isThere("chromium"), "needs Chromium on the path");
        return engine(Optional.empty(), true);
    }

    private static RawMail mail(String html) {
        String head = """
                From: <a@shop.example>
                To: taro@example.jp
                Subject: Hello
                Date: Thu, 14 May 2026 08:30:05 +0900
                MIME-Version: 1.0
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """;
        return RawMail.of((head + html).getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome.Analysed analysed(Engine engine, RawMail raw) {
        return switch (engine.analyseOffline(raw, NOW)) {
            case Outcome.Analysed done -> done;
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    private static Lookup<Rendering> rendering(Outcome.Analysed done) {
        return done.finished().facts().rendering();
    }

    private static BufferedImage shown(Outcome.Analysed done, Rendering.Picture picture) throws IOException {
        byte[] png = Objects.requireNonNull(done.finished().stored().get(picture.sha256()));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// Whether a colour is anywhere in a picture.
    private static boolean has(BufferedImage image, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == rgb) {
                    return true;
                }
            }
        }
        return false;
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .flatMap(process -> process.info().command().stream())
                        .filter(command -> command.contains("chrom")))
                .isEmpty();
        assertThat(new File(System.getProperty("java.io.tmpdir"))
                        .list((_, name) -> name.startsWith(
                                "gyotaku-browser-" + ProcessHandle.current().pid() + "-")))
                .isEmpty();
    }

    @Test
    void theMailIsSeenAndItsScriptsDoNotRun() throws Exception {
        Outcome.Analysed done = analysed(
                withChromium(),
                mail("<div style='background:#00467f;height:300px'></div><p>Hello</p><script>document.body"
                        + ".style.background='#ff0000'</script>"));
        Rendering seen = rendering(done).found().orElseThrow();
        BufferedImage image = shown(done, seen.shown());

        assertThat(seen.shown().width()).isEqualTo(image.getWidth());
        assertThat(seen.shown().height()).isEqualTo(image.getHeight()).isGreaterThan(300);
        assertThat(seen.revealed()).isEmpty();
        assertThat(has(image, 0x00467f)).isTrue();
        assertThat(has(image, 0xff0000)).as("scripts ran").isFalse();
        assertThat(done.files().contents())
                .containsKey("evidence/screenshots/" + seen.shown().sha256().hex() + ".png");
    }

    @Test
    void aReplayNeedsNoBrowser(@TempDir Path folder) throws Exception {
        Outcome.Analysed done = analysed(withChromium(), mail("<p>Hello</p><p style='font-size:0'>unseen</p>"));
        CaseFolder written = CaseFolder.write(folder, "case", done.files());
        Recording recording = written.recording(2);
        Engine elsewhere = engine(Optional.of(Path.of("/nowhere/chromium")), true);

        assertThat(elsewhere.replay(recording))
                .isInstanceOfSatisfying(
                        Outcome.Analysed.class,
                        again -> assertThat(again.files().contents())
                                .allSatisfy((name, bytes) -> assertThat(bytes)
                                        .as(name)
                                        .isEqualTo(done.files().contents().get(name))));
    }

    @Test
    void thePicturesThatComeWithTheMailAreInIt() throws Exception {
        BufferedImage red = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
        red.setRGB(
                0,
                0,
                60,
                60,
                Collections.nCopies(3_600, 0xff0000).stream().mapToInt(i -> i).toArray(),
                0,
                60);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(red, "png", png);
        String related = """
                From: <a@shop.example>
                To: taro@example.jp
                Subject: Hello
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>Hello</p><img src="CID:logo@shop.example"><img src="cid:other@shop.example">

                --b
                Content-Type: image/png
                Content-ID: <logo@shop.example>
                Content-Transfer-Encoding: base64

                DATA
                --b--
                """.replace("DATA", Base64.getMimeEncoder().encodeToString(png.toByteArray()));
        Outcome.Analysed done = analysed(withChromium(), RawMail.of(related.getBytes(StandardCharsets.UTF_8)));

        assertThat(has(shown(done, rendering(done).found().orElseThrow().shown()), 0xff0000))
                .isTrue();
    }

    private static final List<String> HIDINGS = List.of(
            "display:none",
            "display:none;max-height:0;overflow:hidden",
            "visibility:hidden",
            "font-size:0",
            "font-size:1px",
            "opacity:0",
            "color:#fff",
            "color:#fefefe;background:#fff",
            "color:transparent",
            "position:absolute;left:-9999px",
            "text-indent:-9999px",
            "position:absolute;clip:rect(0,0,0,0)",
            "clip-path:inset(50%)",
            "max-height:0;overflow:hidden",
            "width:0;height:0;overflow:hidden",
            "transform:scale(0)");

    @Test
    void hiddenTextIsMadeVisibleBesideIt() throws Exception {
        StringBuilder html = new StringBuilder("<p>Hello</p>");
        HIDINGS.forEach(style -> html.append("<div style='").append(style).append("'>unseen</div><p>&nbsp;</p>"));
        Outcome.Analysed done = analysed(withChromium(), mail(html.toString()));
        Rendering seen = rendering(done).found().orElseThrow();

        assertThat(seen.hidden()).isEqualTo(HIDINGS.size());
        assertThat(bands(shown(done, seen.shown()))).isZero();
        assertThat(bands(shown(done, seen.revealed().orElseThrow()))).isEqualTo(HIDINGS.size());
    }

    /// Stretches of rows in which a mark is.
    private static int bands(BufferedImage image) {
        int bands = 0;
        boolean before = false;
        for (int y = 0; y < image.getHeight(); y++) {
            boolean here = has(image.getSubimage(0, y, image.getWidth(), 1), 0xfff1b8);
            bands += here && !before ? 1 : 0;
            before = here;
        }
        return bands;
    }

    @Test
    void withoutABrowserItIsSaidAndAllElseIsThere() {
        Outcome.Analysed done = analysed(engine(Optional.of(Path.of("/nowhere/chromium")), true), mail("<p>Hello</p>"));

        assertThat(rendering(done)).isEqualTo(Lookup.notAsked(Why.Reason.NO_BROWSER));
        assertThat(new String(done.files().contents().get("report.en.html"), StandardCharsets.UTF_8))
                .contains("no Chromium is there", "Hello");
    }

    @Test
    void aMailOfPlainTextNeedsNoPicture() {
        RawMail plain = RawMail.of(
                "From: <a@b.example>\nTo: <t@example.jp>\nSubject: x\n\nHello\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rendering(analysed(engine(Optional.empty(), true), plain)))
                .isEqualTo(Lookup.notAsked(Why.Reason.NO_HTML));
    }

    /// Counts who comes.
    private static final class Listener implements AutoCloseable {
        private final ServerSocket server;
        final AtomicInteger visits = new AtomicInteger();

        Listener() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (Socket _ = server.accept()) {
                        visits.incrementAndGet();
                    } catch (IOException _) {
                        return;
                    }
                }
            });
        }

        String at() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static final String LEADING_OUT = """
            <html><head><meta http-equiv=refresh content="0;url=http://AT/refresh">
            <link rel=preconnect href="http://AT/"><link rel=dns-prefetch href="//AT/">
            <link rel=prefetch href="http://AT/p"><link rel=preload as=image href="http://AT/l">
            <link rel=prerender href="http://AT/pr"><link rel=modulepreload href="http://AT/m.js">
            <link rel=stylesheet href="http://AT/s.css"><link rel=icon href="http://AT/i.png">
            <link rel=manifest href="http://AT/m.json"><base href="http://AT/">
            <style>@import url(http://AT/a.css);@font-face{font-family:x;src:url(http://AT/f.woff2)}
            body{font-family:x;background:url(http://AT/b.png)}</style>
            <script src="http://AT/s.js"></script>
            <script>new WebSocket('ws://AT/');fetch('http://AT/');location='http://AT/'</script></head>
            <body onload="location='http://AT/onload'" background="http://AT/bg.png">
            <img src="http://AT/open.gif" width=1 height=1><img srcset="http://AT/2x.png 2x">
            <iframe src="http://AT/frame"></iframe><iframe srcdoc="<img src='http://AT/srcdoc'>"></iframe>
            <object data="http://AT/object"></object><embed src="http://AT/embed">
            <video src="http://AT/v" poster="http://AT/poster" autoplay></video><audio src="http://AT/a" autoplay></audio>
            <svg><image href="http://AT/svg"/><use href="http://AT/use.svg#x"/></svg>
            <img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='http://AT/in-svg'/></svg>">
            <form action="http://AT/form"><input autofocus onfocus="this.form.submit()" name=body><input name=style></form>
            <a href="http://AT/ping" ping="http://AT/ping">x</a>
            <portal src="http://AT/portal"></portal><table background="http://AT/t.png"><tr><td>Hello</td></tr></table>
            <div style="background:image-set('http://AT/set.png' 1x);cursor:url(http://AT/c.cur),auto">x</div>
            </body></html>
            """;

    @Test
    void nothingInAMailLeadsOut() throws Exception {
        try (Listener listener = new Listener()) {
            Outcome.Analysed done = analysed(withChromium(), mail(LEADING_OUT.replace("AT", listener.at())));

            assertThat(rendering(done).found()).isPresent();
            assertThat(listener.visits).hasValue(0);
        }
    }

    @Test
    void noFileOfThisMachineIsShown(@TempDir Path folder) throws Exception {
        BufferedImage red = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 3600; i++) {
            red.setRGB(i % 60, i / 60, 0xff0000);
        }
        Path file = Files.createFile(folder.resolve("red.png"));
        ImageIO.write(red, "png", file.toFile());
        String html = "<img src='URL'><iframe src='URL'></iframe><object data='URL'></object><embed src='URL'>"
                + "<div style='background:url(URL);height:60px'></div><img src='view-source:URL'>";
        Outcome.Analysed done =
                analysed(withChromium(), mail(html.replace("URL", file.toUri().toString())));

        assertThat(has(shown(done, rendering(done).found().orElseThrow().shown()), 0xff0000))
                .isFalse();
    }

    static Stream<String> burdens() {
        return Stream.of(
                "<table><tr><td>".repeat(100_000) + "x",
                "<div>".repeat(60_000) + "x",
                "<style>@keyframes k{from{margin:0}to{margin:99px}}*{animation:k 1ms infinite}</style>"
                        + "<p>x</p>".repeat(2_000),
                "<img src='data:image/png;base64," + "A".repeat(40 << 20) + "'>x",
                "<div style='height:10000000px;background:linear-gradient(red,blue)'>x</div>",
                "<div style='width:10000000px'>x</div>",
                "<svg width=700 height=700><filter id=f><feTurbulence baseFrequency=.9 numOctaves=2000 /></filter>"
                        + "<rect width=700 height=700 filter=url(#f) /></svg>",
                "<style>" + ":has(*) :has(*) ~ *{color:red}".repeat(500) + "</style>" + "<i><b>".repeat(200)
                        + "<p>x".repeat(3_000),
                "<p style='font-size:0'>x</p>".repeat(30_000));
    }

    @ParameterizedTest
    @MethodSource("burdens")
    void whateverItCostsItEnds(String html) throws Exception {
        Outcome.Analysed done = analysed(withChromium(), mail(html));
        Lookup<Rendering> lookup = rendering(done);

        switch (lookup) {
            case Lookup.Found<Rendering> found -> {
                BufferedImage image = shown(done, found.value().shown());
                assertThat(image.getWidth()).isLessThanOrEqualTo(800);
                assertThat(image.getHeight()).isLessThanOrEqualTo(4_000);
            }
            case Lookup.Failed<Rendering> failed ->
                assertThat(failed.why().reason()).isIn(Why.Reason.TIMEOUT, Why.Reason.NO_PICTURE, Why.Reason.TOO_LARGE);
            case Lookup.NotAsked<Rendering> _, Lookup.NotListed<Rendering> _ -> fail("it was asked");
        }
    }

    @Test
    void severalMailsTakeTurns() throws Exception {
        Engine engine = withChromium();
        Set<String> digests = new HashSet<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                Outcome.Analysed done = analysed(engine, mail("<p>the same</p>"));
                synchronized (digests) {
                    rendering(done)
                            .found()
                            .ifPresent(seen -> digests.add(seen.shown().sha256().hex()));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(digests).hasSize(1);
    }
}
