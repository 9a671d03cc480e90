package gyotaku.enrich.page;

import gyotaku.enrich.Json;
import gyotaku.enrich.egress.EgressProxy;
import gyotaku.enrich.page.Visit.Ending;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing.Field;
import gyotaku.model.fact.Landing.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One page seen by the browser as one agent: navigate, wait until it rests, read, take the picture. Nothing is typed,
/// nothing is clicked.
final class BrowserLook {

    /// A page is at rest when it asked for nothing during this time.
    private static final Duration QUIET = Duration.ofMillis(700);

    /// Of all bodies whose digest is taken.
    private static final long BODY_BYTES = 8L << 20;

    private static final int BODIES = 60;

    /// Against a page of a thousand frames: those beyond do not start.
    private static final int FRAMES = 20;

    /// For what comes after the waiting: reading and the picture.
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private static final Pattern AUTHORITY = Pattern.compile("^[a-z]+://(?:[^/?#@]*@)?(\\[[^\\]/?#]*\\]|[^/?#:]*)");

    private static final String SEEN = script();

    private final DevTools tools;
    private final EgressProxy proxy;
    private final Agent agent;
    private final String start;
    private final long deadline;
    private final Map<Sha256, byte[]> files;
    private final String context;
    private final String session;
    private final Traffic traffic;
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private String icon = "";

    /// @param tools of the browser; its events go to [#accept]
    /// @param deadline in the time of `System.nanoTime`
    /// @param files where pictures, DOM and HAR are put by digest
    BrowserLook(DevTools tools, EgressProxy proxy, Agent agent, String start, long deadline, Map<Sha256, byte[]> files)
            throws IOException {
        this.tools = tools;
        this.proxy = proxy;
        this.agent = agent;
        this.start = start;
        this.deadline = deadline;
        this.files = files;
        this.context = Json.text(
                call("", "Target.createBrowserContext", Json.object().put("disposeOnDetach", true)),
                "browserContextId");
        call(
                "",
                "Browser.setDownloadBehavior",
                Json.object().put("behavior", "deny").put("browserContextId", context));
        String target = Json.text(
                call(
                        "",
                        "Target.createTarget",
                        Json.object().put("url", "about:blank").put("browserContextId", context)),
                "targetId");
        this.session = Json.text(
                call(
                        "",
                        "Target.attachToTarget",
                        Json.object().put("targetId", target).put("flatten", true)),
                "sessionId");
        this.traffic = new Traffic(target, start);
    }

    /// An event of the browser.
    void accept(DevTools.Event event) {
        if (event.method().equals("Page.javascriptDialogOpening")) {
            tools.tell(
                    event.session(),
                    "Page.handleJavaScriptDialog",
                    Json.object().put("accept", false));
        } else if (event.method().equals("Target.targetCreated")) {
            opened(event.params().path("targetInfo"));
        } else if (event.method().equals("Fetch.authRequired")) {
            authorised(event);
        } else if (event.method().equals("Fetch.requestPaused")) {
            proxy.announce(host(Json.text(event.params().path("request"), "url")));
            tools.tell(
                    event.session(),
                    "Fetch.continueRequest",
                    Json.object().put("requestId", Json.text(event.params(), "requestId")));
        } else if (event.session().equals(session) && event.method().equals("Target.attachedToTarget")) {
            framed(Json.text(event.params(), "sessionId"));
        } else if (event.session().equals(session) || frames.contains(event.session())) {
            announce(event);
            traffic.accept(event);
        }
    }

    /// What is not paused first: WebSockets, and what workers ask for.
    private void announce(DevTools.Event event) {
        if (event.method().equals("Network.webSocketCreated")) {
            proxy.announce(host(Json.text(event.params(), "url")));
        } else if (event.method().equals("Network.requestWillBeSent")) {
            proxy.announce(host(Json.text(event.params().path("request"), "url")));
        }
    }

    /// Our proxy gets its secret; a site that asks for a password gets none.
    private void authorised(DevTools.Event event) {
        boolean ours = Json.text(event.params().path("authChallenge"), "source").equals("Proxy");
        ObjectNode answer = Json.object();
        answer.put("response", ours ? "ProvideCredentials" : "CancelAuth");
        if (ours) {
            answer.put("username", EgressProxy.USER).put("password", proxy.secret());
        }
        ObjectNode params = Json.object().put("requestId", Json.text(event.params(), "requestId"));
        params.set("authChallengeResponse", answer);
        tools.tell(event.session(), "Fetch.continueWithAuth", params);
    }

    private static ObjectNode askingForSecrets() {
        ObjectNode params = Json.object().put("handleAuthRequests", true);
        params.putArray("patterns").addObject().put("urlPattern", "*");
        return params;
    }

    /// A window of its own that a page opens is closed.
    private void opened(JsonNode target) {
        if (!Json.text(target, "openerId").isEmpty()) {
            tools.tell("", "Target.closeTarget", Json.object().put("targetId", Json.text(target, "targetId")));
        }
    }

    /// A frame or worker in a process of its own goes on, watched like the page.
    private void framed(String child) {
        if (frames.size() < FRAMES) {
            frames.add(child);
            tools.tell(child, "Network.enable", Json.object());
            tools.tell(child, "Fetch.enable", askingForSecrets());
            tools.tell(child, "Runtime.runIfWaitingForDebugger", Json.object());
        }
    }

    /// Once; the page is closed afterwards.
    Visit.Look look() throws IOException {
        try {
            return seen();
        } finally {
            tools.tell("", "Target.disposeBrowserContext", Json.object().put("browserContextId", context));
        }
    }

    private Visit.Look seen() throws IOException {
        prepare();
        tools.tell(session, "Page.navigate", Json.object().put("url", start));
        boolean rested = settled();
        if (!rested) {
            tools.tell(session, "Runtime.terminateExecution", Json.object());
        }
        if (!traffic.answeredAtAll()) {
            return Visit.Look.dead(agent.title, traffic.at(), ending(rested), traffic.redirects(), cut());
        }
        if (proxyRefused()) {
            return Visit.Look.dead(agent.title, traffic.at(), refusal(), traffic.redirects(), cut());
        }
        return read(rested);
    }

    private void prepare() throws IOException {
        ObjectNode screen = Json.object()
                .put("width", agent.width)
                .put("height", agent.height)
                .put("deviceScaleFactor", 1)
                .put("mobile", agent.mobile);
        call("", "Target.setDiscoverTargets", Json.object().put("discover", true));
        call(session, "Page.enable", Json.object());
        call(session, "Network.enable", Json.object().put("maxTotalBufferSize", 20 << 20));
        call(session, "Fetch.enable", askingForSecrets());
        call(session, "Network.setCacheDisabled", Json.object().put("cacheDisabled", true));
        call(session, "Network.setBypassServiceWorker", Json.object().put("bypass", true));
        call(session, "Emulation.setDeviceMetricsOverride", screen);
        call(
                session,
                "Emulation.setUserAgentOverride",
                Json.object()
                        .put("userAgent", agent.userAgent)
                        .put("acceptLanguage", "ja,en;q=0.8")
                        .put("platform", agent.platform));
        if (agent.mobile) {
            call(session, "Emulation.setTouchEmulationEnabled", Json.object().put("enabled", true));
        }
        call(
                session,
                "Target.setAutoAttach",
                Json.object()
                        .put("autoAttach", true)
                        .put("waitForDebuggerOnStart", true)
                        .put("flatten", true));
    }

    /// Waits until the page rests or only the time for reading is left.
    ///
    /// @return whether it rests
    private boolean settled() throws IOException {
        long until = deadline - CLOSING.toNanos();
        while (System.nanoTime() < until) {
            if (traffic.rests(QUIET.toNanos())) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return false;
    }

    private Ending ending(boolean rested) {
        String error = traffic.error();
        Optional<Why> refused = proxy.refusal(host(traffic.at()));
        if (refused.isPresent()) {
            return refusal();
        }
        if (error.isEmpty() || error.contains("TIMED_OUT")) {
            return rested && !error.isEmpty() || !rested ? Ending.TIMEOUT : Ending.REFUSED;
        }
        if (error.contains("BLOCKED") || error.startsWith("blocked") || error.contains("UNSAFE")) {
            return Ending.BLOCKED;
        }
        return error.contains("SSL") || error.contains("CERT") ? Ending.TLS_ERROR : Ending.REFUSED;
    }

    private List<String> cut() {
        List<String> cut = new ArrayList<>(traffic.cut());
        cut.addAll(proxy.cut());
        return cut;
    }

    private boolean proxyRefused() {
        return traffic.status() == 502 && proxy.refusal(host(traffic.at())).isPresent();
    }

    private Ending refusal() {
        return PageLook.ending(proxy.refusal(host(traffic.at())).orElse(Why.of(Why.Reason.REFUSED)));
    }

    /// Of a URL as browsers write it, which `java.net.URI` often refuses.
    private static String host(String url) {
        Matcher authority = AUTHORITY.matcher(url);
        return authority.find() ? authority.group(1).replace("[", "").replace("]", "") : "";
    }

    private Visit.Look read(boolean rested) throws IOException {
        JsonNode seen = seen(session);
        icon = Json.text(seen, "icon");
        List<Form> forms = new ArrayList<>(forms(seen.path("forms")));
        frames.forEach(frame -> forms.addAll(forms(seen(frame).path("forms"))));
        byte[] html = Json.text(seen, "html").getBytes(StandardCharsets.UTF_8);
        String dom = html.length == 0 ? "" : kept(html);
        String picture = picture(seen.path("height").asInt(agent.height));
        List<Visit.Body> resources = resources();
        List<String> cut = new ArrayList<>(cut());
        if (!rested && !traffic.hasLoaded()) {
            cut.add("time");
        }
        String url = Json.text(seen, "url");
        return new Visit.Look(
                agent.title,
                url.startsWith("http") ? url : traffic.at(),
                traffic.status(),
                Ending.ANSWERED,
                traffic.redirects(),
                Json.text(seen, "title"),
                Json.text(seen, "text"),
                forms,
                picture,
                dom,
                "",
                kept(traffic.har()),
                resources,
                cut);
    }

    /// Where the page says its favicon is; empty for nowhere.
    String icon() {
        return icon;
    }

    private JsonNode seen(String in) {
        try {
            ObjectNode evaluate = Json.object()
                    .put("expression", SEEN)
                    .put("returnByValue", true)
                    .put("timeout", CLOSING.toMillis());
            JsonNode result = call(in, "Runtime.evaluate", evaluate);
            byte[] text = Json.text(result.path("result"), "value").getBytes(StandardCharsets.UTF_8);
            return Json.readLong(text).orElseGet(Json::object);
        } catch (IOException _) {
            return Json.object();
        }
    }

    private static List<Form> forms(JsonNode forms) {
        return forms.valueStream()
                .map(form -> new Form(
                        Json.text(form, "action"),
                        Json.text(form, "method"),
                        form.path("fields")
                                .valueStream()
                                .map(field -> new Field(
                                        Json.text(field, "type"),
                                        Json.text(field, "name"),
                                        Json.text(field, "label"),
                                        Json.text(field, "autocomplete")))
                                .toList()))
                .toList();
    }

    private String picture(int pageHeight) {
        int height = Math.clamp(pageHeight, agent.height, agent.tallest);
        ObjectNode clip = Json.object()
                .put("x", 0)
                .put("y", 0)
                .put("width", agent.width)
                .put("height", height)
                .put("scale", 1);
        ObjectNode how = Json.object().put("format", "png").put("captureBeyondViewport", true);
        how.set("clip", clip);
        try {
            String data = Json.text(call(session, "Page.captureScreenshot", how), "data");
            return data.isEmpty() ? "" : kept(Base64.getDecoder().decode(data));
        } catch (IOException | IllegalArgumentException _) {
            return "";
        }
    }

    private List<Visit.Body> resources() {
        List<Visit.Body> bodies = new ArrayList<>();
        long total = 0;
        for (Traffic.Request request : traffic.requests()) {
            if (bodies.size() >= BODIES) {
                break;
            }
            boolean fetch = request.done && request.failure.isEmpty() && total < BODY_BYTES && !request.id.isEmpty();
            if (fetch && request.status >= 200 && request.status < 300) {
                byte[] body = body(request);
                total += body.length;
                request.sha256 = body.length == 0 ? "" : Sha256.of(body).hex();
            }
            bodies.add(new Visit.Body(request.url, request.type, request.status, request.size, request.sha256));
        }
        return bodies;
    }

    private byte[] body(Traffic.Request request) {
        try {
            JsonNode answer =
                    call(session, "Network.getResponseBody", Json.object().put("requestId", request.id));
            String body = answer.path("body").asString("");
            return answer.path("base64Encoded").asBoolean(false)
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private String kept(byte[] bytes) {
        Sha256 digest = Sha256.of(bytes);
        files.put(digest, bytes);
        return digest.hex();
    }

    private JsonNode call(String to, String method, ObjectNode params) throws IOException {
        return tools.call(to, method, params, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    private static String script() {
        try (InputStream in = BrowserLook.class.getResourceAsStream("seen.js")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
