package gyotaku.enrich.whois;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.enrich.Reading;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Registration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoisTransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String REFERS = "refer: whois.registry.example\nRegistrar WHOIS Server: 127.0.0.1\n";

    /// Answers every connection with one text and keeps the questions.
    private static final class Server implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        private final List<String> questions = Collections.synchronizedList(new ArrayList<>());

        Server(String text) throws IOException {
            Thread.ofVirtual().start(() -> serve(text.getBytes(StandardCharsets.UTF_8)));
        }

        private void serve(byte[] text) {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    questions.add(String.valueOf(in.readLine()));
                    client.getOutputStream().write(text);
                } catch (IOException _) {
                    // the end of the test
                }
            }
        }

        String place() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void theOperatorsServerIsAskedByTheNameAloneAndItsReferralIsNotFollowed() throws Exception {
        String text = REFERS + "Domain Name: mihon.jp\nRegistrar: Example\nCreated On: 2026/02/18\n";
        List<String> resolved = new ArrayList<>();
        try (Server server = new Server(text)) {
            Guard guard = new Guard(host -> {
                resolved.add(host);
                return List.of();
            });
            byte[] body = new WhoisTransport(Optional.of(server.place()), guard, PATIENCE).ask("mihon.jp");
            assertThat(server.questions).containsExactly("mihon.jp");
            assertThat(resolved).isEmpty();
            assertThat(WhoisAnswer.of(body).parts())
                    .extracting(WhoisAnswer.Part::server)
                    .containsExactly("configured");
            DomainName asked = DomainName.of("mihon.jp").orElseThrow();
            assertThat(
                            WhoisReader.read(body, asked) instanceof Reading.Says<Registration> says
                                    ? says.value().registeredAt()
                                    : Optional.empty())
                    .contains(Instant.parse("2026-02-17T15:00:00Z"));
        }
    }

    @Test
    void aReferralStartsAtIanaAndNeverAtAnInnerAddress() {
        List<String> resolved = new ArrayList<>();
        Guard guard = new Guard(host -> {
            resolved.add(host);
            return List.of(IpAddress.parse("127.0.0.1").orElseThrow());
        });
        WhoisTransport transport = new WhoisTransport(Optional.empty(), guard, PATIENCE);
        assertThatThrownBy(() -> transport.ask("mihon.jp")).isInstanceOf(NoAnswer.class);
        assertThat(resolved).containsExactly("whois.iana.org");
    }

    @Test
    void aNameThatWouldBeASecondQuestionOrAnOptionIsNotSent() {
        try (Server server = new Server("Domain Name: mihon.jp\n")) {
            WhoisTransport transport =
                    new WhoisTransport(Optional.of(server.place()), new Guard(host -> List.of()), PATIENCE);
            for (String name : List.of("mihon.jp\r\nother.jp", "-h mihon.jp", "mihon jp")) {
                assertThatThrownBy(() -> transport.ask(name)).isInstanceOf(NoAnswer.class);
            }
            assertThat(server.questions).isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
