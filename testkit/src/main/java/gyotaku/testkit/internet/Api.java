package gyotaku.testkit.internet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// RDAP (RFC 9082, 9083) with the IANA bootstrap files (RFC 9224), and Safe Browsing v4
/// `threatMatches:find` and `fullHashes:find`.
final class Api implements AutoCloseable {

    private static final String RDAP = "application/rdap+json";
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final Scenario scenario;
    private final Journal journal;

    private Api(HttpServer server, Scenario scenario, Journal journal) {
        this.server = server;
        this.scenario = scenario;
        this.journal = journal;
    }

    static Api start(Scenario scenario, Journal journal) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Api api = new Api(server, scenario, journal);
        server.createContext("/", api::serve);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST")) {
                post(exchange, path);
            } else {
                get(exchange, path);
            }
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        journal.note("http", path);
        if (path.startsWith("/rdap-bootstrap/")) {
            bootstrap(exchange, path.substring(path.lastIndexOf('/') + 1));
            return;
        }
        Optional<JsonNode> found = rdap(path);
        if (found.isPresent()) {
            reply(exchange, 200, RDAP, found.get());
        } else {
            reply(exchange, 404, RDAP, Map.of("errorCode", 404, "title", "Not Found"));
        }
    }

    private Optional<JsonNode> rdap(String path) {
        String[] steps = path.substring(1).split("/");
        if (steps.length < 2) {
            return Optional.empty();
        }
        return switch (steps[0]) {
            case "domain" -> scenario.rdapDomain(steps[1].toLowerCase(Locale.ROOT));
            case "ip" -> scenario.rdapIp(steps[1]);
            default -> Optional.empty();
        };
    }

    private void bootstrap(HttpExchange exchange, String file) throws IOException {
        switch (file) {
            case "dns.json" -> bootstrap(exchange, scenario.tldsWithRdap());
            case "ipv4.json" -> bootstrap(exchange, List.of("0.0.0.0/0"));
            case "ipv6.json" -> bootstrap(exchange, List.of("::/0"));
            case "asn.json" -> bootstrap(exchange, List.of("0-4294967295"));
            default -> reply(exchange, 404, RDAP, Map.of());
        }
    }

    private void bootstrap(HttpExchange exchange, List<String> keys) throws IOException {
        List<Object> services = List.of(List.of(keys, List.of("http://127.0.0.1:" + port() + "/")));
        reply(
                exchange,
                200,
                JSON,
                Map.of("version", "1.0", "publication", "2026-01-01T00:00:00Z", "services", services));
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        journal.note("http-post", path + " " + new String(body, StandardCharsets.UTF_8));
        if (path.contains("fullHashes:find")) {
            fullHashes(exchange, body);
            return;
        }
        if (!path.contains("threatMatches:find")) {
            reply(exchange, 404, JSON, Map.of());
            return;
        }
        List<Map<String, Object>> matches =
                json.readTree(body).path("threatInfo").path("threatEntries").values().stream()
                        .map(entry -> entry.path("url").asString(""))
                        .flatMap(url -> scenario.threat(url).stream().map(threat -> match("url", url, threat)))
                        .toList();
        reply(exchange, 200, JSON, matches.isEmpty() ? Map.of() : Map.of("matches", matches));
    }

    /// The full hashes of the scenario's URLs that begin with one of the prefixes.
    private void fullHashes(HttpExchange exchange, byte[] body) throws IOException {
        List<byte[]> prefixes = json.readTree(body).path("threatInfo").path("threatEntries").values().stream()
                .map(entry -> Base64.getDecoder().decode(entry.path("hash").asString("")))
                .toList();
        List<Map<String, Object>> matches = scenario.threats().entrySet().stream()
                .filter(listed -> prefixes.stream().anyMatch(prefix -> begins(hash(listed.getKey()), prefix)))
                .map(listed ->
                        match("hash", Base64.getEncoder().encodeToString(hash(listed.getKey())), listed.getValue()))
                .toList();
        reply(exchange, 200, JSON, matches.isEmpty() ? Map.of() : Map.of("matches", matches));
    }

    private static boolean begins(byte[] hash, byte[] prefix) {
        return prefix.length >= 4
                && prefix.length <= hash.length
                && Arrays.equals(hash, 0, prefix.length, prefix, 0, prefix.length);
    }

    /// Scenarios name URLs in canonical form: what is hashed is all behind the scheme.
    private static byte[] hash(String url) {
        try {
            String expression = url.substring(url.indexOf("://") + 3);
            return MessageDigest.getInstance("SHA-256").digest(expression.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Map<String, Object> match(String by, String value, String threat) {
        return Map.of(
                "threatType", threat,
                "platformType", "ANY_PLATFORM",
                "threatEntryType", "URL",
                "threat", Map.of(by, value),
                "cacheDuration", "300s");
    }

    private void reply(HttpExchange exchange, int status, String type, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
