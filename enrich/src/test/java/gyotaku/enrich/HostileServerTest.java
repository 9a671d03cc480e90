package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostileServerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static Reply ask(HttpServer server, String subject) {
        SourceSettings settings = new SourceSettings(
                List.of("127.0.0.1:1"), base(server), Optional.empty(), base(server), Optional.empty(), Privacy.HOSTS);
        try (LiveEgress live = new LiveEgress(settings, Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))) {
            return live.ask(new Question("rdap", subject));
        }
    }

    private static URI base(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    private static Why.Reason reason(Reply reply) {
        return reply instanceof Reply.Silence silence ? silence.why().reason() : Why.Reason.NOT_RECORDED;
    }

    @Test
    void aRedirectInwardIsNotFollowed() throws IOException {
        AtomicInteger touched = new AtomicInteger();
        HttpServer inner = server();
        HttpServer outer = server();
        inner.createContext("/", exchange -> {
            touched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        outer.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", base(inner) + "secret");
            exchange.sendResponseHeaders(302, -1);
        });
        inner.start();
        outer.start();
        try {
            assertThat(reason(ask(outer, base(outer) + "domain/a.com"))).isEqualTo(Why.Reason.FORBIDDEN_ADDRESS);
            assertThat(touched).hasValue(0);
        } finally {
            inner.stop(0);
            outer.stop(0);
        }
    }

    @Test
    void aFloodIsCutOff() throws IOException {
        HttpServer flood = server();
        flood.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 64; i++) {
                    out.write("x".repeat(64 << 10).getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException _) {
                exchange.close();
            }
        });
        flood.start();
        try {
            assertThat(reason(ask(flood, base(flood) + "domain/a.com"))).isEqualTo(Why.Reason.TOO_LARGE);
        } finally {
            flood.stop(0);
        }
    }
}
