package gyotaku.enrich.page;

import gyotaku.enrich.Json;
import gyotaku.model.fact.Landing.Redirect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a page asks for while it is looked at, out of the browser's events: the way to it, its requests, and whether
/// it has come to rest. Called from the browser's reading thread and from the one that waits.
final class Traffic {

    /// Against a page that asks for things without end.
    static final int REQUESTS = 500;

    /// Against redirects without end.
    static final int REDIRECTS = 20;

    private static final int URL_CHARS = 2_000;

    private final String frame;
    private final Map<String, Request> requests = new LinkedHashMap<>();
    private final List<Redirect> redirects = new ArrayList<>();
    private String at;
    private String how = "script";
    private boolean started;
    private String mainRequest = "";
    private int status;
    private String error = "";
    private boolean loaded;
    private boolean leaving;
    private long quietSince = System.nanoTime();

    /// One request with what came of it.
    static final class Request {
        final String id;
        final String url;
        final String method;
        final String type;
        final Instant startedAt;
        final double from;
        volatile int status;
        volatile String mime = "";
        volatile long size;
        volatile double to;
        volatile boolean done;
        volatile String failure = "";
        volatile String sha256 = "";

        private Request(String id, String url, String method, String type, Instant startedAt, double from) {
            this.id = id;
            this.url = url;
            this.method = method;
            this.type = type;
            this.startedAt = startedAt;
            this.from = from;
            this.to = from;
        }
    }

    /// @param frame the main one
    /// @param start the URL that is visited
    Traffic(String frame, String start) {
        this.frame = frame;
        this.at = start;
    }

    synchronized void accept(DevTools.Event event) {
        JsonNode params = event.params();
        switch (event.method()) {
            case "Network.requestWillBeSent" -> requested(params);
            case "Network.responseReceived" -> answered(params);
            case "Network.loadingFinished" -> finished(params);
            case "Network.loadingFailed" -> failed(params);
            case "Page.frameRequestedNavigation", "Page.frameScheduledNavigation" -> leaves(params);
            case "Page.frameClearedScheduledNavigation" -> leaving = leaving && !main(params);
            case "Page.loadEventFired" -> loaded = true;
            default -> {
                return;
            }
        }
        quietSince = System.nanoTime();
    }

    private boolean main(JsonNode params) {
        return Json.text(params, "frameId").equals(frame);
    }

    private void leaves(JsonNode params) {
        if (main(params)) {
            how = Json.text(params, "reason").startsWith("metaTag") ? "meta" : "script";
            leaving = true;
        }
    }

    private void requested(JsonNode params) {
        String url = shortened(Json.text(params.path("request"), "url"));
        String id = Json.text(params, "requestId");
        boolean page = Json.text(params, "type").equals("Document") && main(params);
        JsonNode former = params.path("redirectResponse");
        if (former.isObject()) {
            Request before = requests.remove(id);
            if (before != null) {
                before.status = former.path("status").asInt(0);
                before.done = true;
                requests.put(id + "#" + requests.size(), before);
            }
            if (page) {
                step(new Redirect("http", former.path("status").asInt(0), at, url));
            }
        } else if (page) {
            if (started) {
                step(new Redirect(how, 0, at, url));
            }
            started = true;
            loaded = false;
        }
        if (page) {
            at = url;
            mainRequest = id;
            leaving = false;
            error = "";
            status = 0;
        }
        if (requests.size() < REQUESTS) {
            Instant startedAt =
                    Instant.ofEpochMilli(Math.round(params.path("wallTime").asDouble(0) * 1000));
            requests.put(
                    id,
                    new Request(
                            id,
                            url,
                            Json.text(params.path("request"), "method"),
                            Json.text(params, "type").toLowerCase(java.util.Locale.ROOT),
                            startedAt,
                            params.path("timestamp").asDouble(0)));
        }
    }

    private void step(Redirect redirect) {
        if (redirects.size() < REDIRECTS) {
            redirects.add(redirect);
        }
    }

    private void answered(JsonNode params) {
        JsonNode response = params.path("response");
        Request request = requests.get(Json.text(params, "requestId"));
        if (request != null) {
            request.status = response.path("status").asInt(0);
            request.mime = Json.text(response, "mimeType");
        }
        if (Json.text(params, "requestId").equals(mainRequest)) {
            status = response.path("status").asInt(0);
        }
    }

    private void finished(JsonNode params) {
        Request request = requests.get(Json.text(params, "requestId"));
        if (request != null) {
            request.done = true;
            request.size = params.path("encodedDataLength").asLong(0);
            request.to = params.path("timestamp").asDouble(request.from);
        }
    }

    private void failed(JsonNode params) {
        Request request = requests.get(Json.text(params, "requestId"));
        String text = Json.text(params, "errorText");
        if (request != null) {
            request.done = true;
            request.failure = text;
        }
        if (Json.text(params, "requestId").equals(mainRequest)) {
            String blocked = Json.text(params, "blockedReason");
            error = blocked.isEmpty() ? text : "blocked " + blocked;
        }
    }

    private static String shortened(String url) {
        return url.length() <= URL_CHARS ? url : url.substring(0, URL_CHARS);
    }

    /// Whether nothing more is to be expected: it has loaded, goes nowhere else, and was quiet for so long; or it
    /// failed; or a bound was hit.
    synchronized boolean rests(long quietNanos) {
        boolean ended = loaded || !error.isEmpty();
        boolean quiet = System.nanoTime() - quietSince > quietNanos;
        boolean busy = requests.values().stream().anyMatch(request -> !request.done && !request.id.equals(mainRequest));
        return overrun() || ended && !leaving && quiet && (!busy || System.nanoTime() - quietSince > 4 * quietNanos);
    }

    synchronized boolean overrun() {
        return requests.size() >= REQUESTS || redirects.size() >= REDIRECTS;
    }

    synchronized boolean answeredAtAll() {
        return status > 0;
    }

    synchronized boolean hasLoaded() {
        return loaded;
    }

    /// Whether it is on its way to another page.
    synchronized boolean isLeaving() {
        return leaving;
    }

    synchronized int status() {
        return status;
    }

    /// Of the page's own request, as `net::ERR_TIMED_OUT`; empty for none.
    synchronized String error() {
        return error;
    }

    /// Where the way stands.
    synchronized String at() {
        return at;
    }

    synchronized List<Redirect> redirects() {
        return List.copyOf(redirects);
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests.values());
    }

    synchronized List<String> cut() {
        List<String> cut = new ArrayList<>();
        if (requests.size() >= REQUESTS) {
            cut.add("requests");
        }
        if (redirects.size() >= REDIRECTS || error.contains("TOO_MANY_REDIRECTS")) {
            cut.add("redirects");
        }
        return cut;
    }

    /// HTTP Archive 1.2 without headers' values and bodies: those of a page carry nothing that the rest does not.
    synchronized byte[] har() {
        ObjectNode root = Json.object();
        ObjectNode log = root.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "gyotaku").put("version", "0.1.0");
        ArrayNode entries = log.putArray("entries");
        for (Request request : requests.values()) {
            ObjectNode entry = entries.addObject()
                    .put("startedDateTime", request.startedAt.toString())
                    .put("time", Math.max(0, Math.round((request.to - request.from) * 1000)));
            entry.putObject("request")
                    .put("method", request.method)
                    .put("url", request.url)
                    .put("httpVersion", "")
                    .put("headersSize", -1)
                    .put("bodySize", -1)
                    .setAll(empty("cookies", "headers", "queryString"));
            ObjectNode response = entry.putObject("response")
                    .put("status", request.status)
                    .put("statusText", request.failure)
                    .put("httpVersion", "")
                    .put("redirectURL", "")
                    .put("headersSize", -1)
                    .put("bodySize", request.size);
            response.setAll(empty("cookies", "headers"));
            response.putObject("content")
                    .put("size", request.size)
                    .put("mimeType", request.mime)
                    .put("comment", request.sha256);
            entry.putObject("cache");
            entry.putObject("timings").put("send", 0).put("wait", 0).put("receive", 0);
        }
        return root.toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ObjectNode empty(String... names) {
        ObjectNode node = Json.object();
        for (String name : names) {
            node.putArray(name);
        }
        return node;
    }
}
