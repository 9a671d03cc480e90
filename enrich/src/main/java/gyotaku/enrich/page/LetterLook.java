package gyotaku.enrich.page;

import gyotaku.enrich.Json;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Rendering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The HTML of a mail before the browser. It has no network, no script runs, every request but the one for the HTML
/// itself is refused, and a content security policy refuses once more.
final class LetterLook {

    /// A mail program's column.
    private static final int WIDTH = 760;

    private static final int LEAST_HEIGHT = 120;

    /// Against a page that is a kilometre long.
    private static final int MOST_HEIGHT = 4_000;

    /// Of one picture: against pages made of noise, whose picture does not pack.
    private static final int MOST_BYTES = 8 << 20;

    /// The rest of the page may still come in this time.
    private static final Duration LOADING = Duration.ofSeconds(4);

    /// RFC 6761: a name that can be nobody's.
    private static final String ADDRESS = "http://mail.invalid/";

    /// Data that stands in the page itself is all that it may show (CSP level 3).
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline' data:;"
            + " font-src data:; form-action 'none'; base-uri 'none'; sandbox allow-same-origin";

    private static final String REVEAL = script();

    private final DevTools tools;
    private final String session;
    private final long deadline;
    private final Map<Sha256, byte[]> made;
    private final CompletableFuture<Void> loaded;

    /// @param deadline in the time of `System.nanoTime`
    /// @param made where pictures are put by digest
    /// @throws IOException when there is no picture: the browser did not start, was not done in time, or died
    static Developed at(String html, Path browser, long deadline, Map<Sha256, byte[]> made) throws IOException {
        AtomicReference<DevTools> steering = new AtomicReference<>();
        AtomicBoolean given = new AtomicBoolean();
        CompletableFuture<Void> loaded = new CompletableFuture<>();
        try (Chromium chromium = Chromium.startWithoutNetwork(browser, deadline)) {
            DevTools tools = new DevTools(chromium.process(), event -> {
                DevTools known = steering.get();
                if (known != null) {
                    accept(event, known, html, given, loaded);
                }
            });
            steering.set(tools);
            LetterLook look = new LetterLook(tools, deadline, made, loaded);
            if (!chromium.confined()) {
                throw new NoAnswer(Why.Reason.NO_BROWSER, "it runs without its sandbox");
            }
            return new Developed(look.rendering());
        } catch (IOException e) {
            throw System.nanoTime() < deadline ? e : new NoAnswer(Why.Reason.TIMEOUT, "the page is not done in time");
        }
    }

    private static void accept(
            DevTools.Event event, DevTools tools, String html, AtomicBoolean given, CompletableFuture<Void> loaded) {
        switch (event.method()) {
            case "Fetch.requestPaused" -> answer(event, tools, html, given);
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Inspector.targetCrashed" -> loaded.completeExceptionally(new IOException("the page crashed"));
            default -> {}
        }
    }

    private static void answer(DevTools.Event event, DevTools tools, String html, AtomicBoolean given) {
        ObjectNode reply = Json.object().put("requestId", Json.text(event.params(), "requestId"));
        String url = Json.text(event.params().path("request"), "url");
        if (!url.equals(ADDRESS) || given.getAndSet(true)) {
            tools.tell(event.session(), "Fetch.failRequest", reply.put("errorReason", "BlockedByClient"));
            return;
        }
        reply.put("responseCode", 200)
                .put("body", Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
        reply.putArray("responseHeaders")
                .add(header("Content-Type", "text/html; charset=utf-8"))
                .add(header("Content-Security-Policy", POLICY))
                .add(header("Referrer-Policy", "no-referrer"))
                .add(header("X-DNS-Prefetch-Control", "off"));
        tools.tell(event.session(), "Fetch.fulfillRequest", reply);
    }

    private static ObjectNode header(String name, String value) {
        return Json.object().put("name", name).put("value", value);
    }

    private LetterLook(DevTools tools, long deadline, Map<Sha256, byte[]> made, CompletableFuture<Void> loaded)
            throws IOException {
        this.tools = tools;
        this.deadline = deadline;
        this.made = made;
        this.loaded = loaded;
        String target = Json.text(
                tools.call("", "Target.createTarget", Json.object().put("url", "about:blank"), left()), "targetId");
        this.session = Json.text(
                tools.call(
                        "",
                        "Target.attachToTarget",
                        Json.object().put("targetId", target).put("flatten", true),
                        left()),
                "sessionId");
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private JsonNode call(String method, ObjectNode params) throws IOException {
        return tools.call(session, method, params, left());
    }

    private Rendering rendering() throws IOException {
        prepare();
        call("Page.navigate", Json.object().put("url", ADDRESS));
        awaited();
        Rendering.Picture shown = picture();
        int hidden = revealed();
        return new Rendering(shown, hidden > 0 ? Optional.of(picture()) : Optional.empty(), hidden);
    }

    private void prepare() throws IOException {
        call("Page.enable", Json.object());
        call("Emulation.setScriptExecutionDisabled", Json.object().put("value", true));
        call("Emulation.setEmulatedMedia", media());
        call(
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .put("width", WIDTH)
                        .put("height", LEAST_HEIGHT)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode all = Json.object();
        all.putArray("patterns").addObject().put("urlPattern", "*");
        call("Fetch.enable", all);
    }

    /// A light screen on which nothing moves.
    private static ObjectNode media() {
        ObjectNode media = Json.object().put("media", "screen");
        media.putArray("features")
                .add(Json.object().put("name", "prefers-color-scheme").put("value", "light"))
                .add(Json.object().put("name", "prefers-reduced-motion").put("value", "reduce"));
        return media;
    }

    /// What is not there by then is not in the picture.
    private void awaited() throws IOException {
        try {
            loaded.completeOnTimeout(null, LOADING.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Rendering.Picture picture() throws IOException {
        JsonNode size = call("Page.getLayoutMetrics", Json.object()).path("cssContentSize");
        int page = (int) Math.ceil(size.path("height").asDouble(0));
        int height = Math.clamp(page, LEAST_HEIGHT, MOST_HEIGHT);
        ObjectNode how = Json.object().put("format", "png").put("captureBeyondViewport", true);
        how.set(
                "clip",
                Json.object()
                        .put("x", 0)
                        .put("y", 0)
                        .put("width", WIDTH)
                        .put("height", height)
                        .put("scale", 1));
        byte[] png = decoded(Json.text(call("Page.captureScreenshot", how), "data"));
        Sha256 digest = Sha256.of(png);
        made.put(digest, png);
        boolean whole = page <= MOST_HEIGHT && size.path("width").asDouble(0) <= WIDTH + 1;
        return new Rendering.Picture(digest, WIDTH, height, whole);
    }

    private static byte[] decoded(String data) throws IOException {
        if (data.length() / 4 * 3 > MOST_BYTES) {
            throw new NoAnswer(Why.Reason.TOO_LARGE, "the picture");
        }
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new IOException("no picture", e);
        }
    }

    /// Makes text visible that is not, in a world of its own that the page's names do not reach.
    ///
    /// @return pieces of such text; 0 when there is none or the page is made so that they cannot be told
    private int revealed() {
        try {
            String frame = Json.text(
                    call("Page.getFrameTree", Json.object()).path("frameTree").path("frame"), "id");
            int world = call(
                            "Page.createIsolatedWorld",
                            Json.object().put("frameId", frame).put("worldName", "gyotaku"))
                    .path("executionContextId")
                    .asInt(0);
            JsonNode result = call(
                    "Runtime.evaluate",
                    Json.object()
                            .put("expression", REVEAL)
                            .put("contextId", world)
                            .put("returnByValue", true)
                            .put("timeout", 2_000));
            return result.path("result").path("value").asInt(0);
        } catch (IOException _) {
            return 0;
        }
    }

    private static String script() {
        try (InputStream in = LetterLook.class.getResourceAsStream("reveal.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
