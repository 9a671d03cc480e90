package gyotaku.testkit.internet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The web of the closed internet: every host of the scenario's `web`, once by HTTP and once by TLS.
final class Sites implements AutoCloseable {

    private static final JsonNode NOT_FOUND = new ObjectMapper().readTree("{\"status\": 404, \"body\": \"not found\"}");
    private static final int USER_AGENT_SHOWN = 80;

    private final HttpServer plain;
    private final HttpsServer tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scenario scenario;
    private final Journal journal;

    private Sites(HttpServer plain, HttpsServer tls, Scenario scenario, Journal journal) {
        this.plain = plain;
        this.tls = tls;
        this.scenario = scenario;
        this.journal = journal;
    }

    static Sites start(Scenario scenario, Journal journal) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpsServer tls = HttpsServer.create(anyPort, 0);
        tls.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(hosts(scenario))));
        Sites sites = new Sites(HttpServer.create(anyPort, 0), tls, scenario, journal);
        sites.open(sites.plain, "http");
        sites.open(sites.tls, "https");
        return sites;
    }

    int plainPort() {
        return plain.getAddress().getPort();
    }

    int tlsPort() {
        return tls.getAddress().getPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        plain.stop(0);
        tls.stop(0);
    }

    private static List<String> hosts(Scenario scenario) {
        return List.copyOf(scenario.root().path("web").propertyNames());
    }

    private void open(HttpServer server, String scheme) {
        server.createContext("/", exchange -> serve(exchange, scheme));
        server.setExecutor(threads);
        server.start();
    }

    private void serve(HttpExchange exchange, String scheme) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String host = host(exchange);
            String path = pathAndQuery(exchange);
            journal.note("web", exchange.getRequestMethod() + " " + scheme + "://" + host + path + agent(exchange));
            JsonNode page = forAgent(scenario.page(host, path).orElse(NOT_FOUND), agent(exchange));
            if (waitIfAsked(page)) {
                reply(exchange, page);
            }
        }
    }

    private static String host(HttpExchange exchange) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        return header.split(":", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String pathAndQuery(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static String agent(HttpExchange exchange) {
        String agent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent"))
                .orElse("");
        return " UA=" + agent.substring(0, Math.min(USER_AGENT_SHOWN, agent.length()));
    }

    /// A page may keep another one for agents whose name holds a word: `"agents": {"iPhone": {"body": …}}`.
    private static JsonNode forAgent(JsonNode page, String agent) {
        return page.path("agents").properties().stream()
                .filter(other -> agent.contains(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(page);
    }

    private static boolean waitIfAsked(JsonNode page) {
        try {
            Thread.sleep(Duration.ofMillis((long) (page.path("hang").asDouble(0) * 1000)));
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void reply(HttpExchange exchange, JsonNode page) throws IOException {
        byte[] body = page.path("body").asString("").getBytes(StandardCharsets.UTF_8);
        headers(page).forEach(exchange.getResponseHeaders()::set);
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(page.path("status").asInt(200), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> headers(JsonNode page) {
        if (!page.has("headers")) {
            return Map.of("Content-Type", "text/html; charset=utf-8");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        page.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        return headers;
    }
}
