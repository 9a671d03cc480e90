package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.model.IpAddress;
import gyotaku.model.Why;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A mail, a registry or a redirect may name a place inside: nothing connects to it, by no source and in no
/// spelling. Where the system lets us, servers listen at 127.83.71.1 and count who comes.
class InnerAddressesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    private static final List<ServerSocket> LISTENING = new ArrayList<>();

    /// 127.83.71.1 in every spelling, and other places inside.
    private static final List<String> PLACES = List.of(
            "127.83.71.1",
            "2136164097",
            "0177.0123.0107.01",
            "0x7f.0x53.0x47.0x1",
            "0x7f534701",
            "127.83.18177",
            "[::ffff:127.83.71.1]",
            "[::ffff:7f53:4701]",
            "[::127.83.71.1]",
            "[64:ff9b::7f53:4701]",
            "[64:ff9b:1::7f53:4701]",
            "[2002:7f53:4701::1]",
            "[::1]",
            "[fd00:ec2::254]",
            "[fe80::1]",
            "localhost",
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "169.254.169.254",
            "metadata.google.internal",
            "inward.example.com",
            "inward6.example.com",
            "mapped.example.com",
            "alias.example.com",
            "mixed.example.com");

    private static final String SCENARIO = """
            {"dns": {
               "metadata.google.internal": {"A": "169.254.169.254"},
               "inward.example.com": {"A": "127.83.71.1"},
               "inward6.example.com": {"AAAA": "::1"},
               "mapped.example.com": {"AAAA": "64:ff9b::7f53:4701"},
               "alias.example.com": {"CNAME": "inward.example.com"},
               "mixed.example.com": {"A": ["8.8.8.8", "127.83.71.1", "9.9.9.9"]},
               "whois.iana.org": {"A": "127.83.71.1"}}}
            """;

    @BeforeAll
    static void listen() {
        for (int port : new int[] {43, 80, 443}) {
            try {
                ServerSocket server = new ServerSocket();
                server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.83.71.1"), port));
                LISTENING.add(server);
                Thread.ofVirtual().start(() -> count(server));
            } catch (IOException _) {
                // without the right to low ports the refusal alone is tested
            }
        }
    }

    private static void count(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                server.accept().close();
                CONNECTIONS.incrementAndGet();
            } catch (IOException _) {
                return;
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        for (ServerSocket server : LISTENING) {
            server.close();
        }
        assertThat(CONNECTIONS).hasValue(0);
    }

    static Stream<Arguments> questions() {
        return PLACES.stream()
                .flatMap(place -> Stream.of(
                        Arguments.of("rdap", "http://" + place + "/domain/a.com"),
                        Arguments.of("rdap", "https://" + place + "/domain/a.com"),
                        Arguments.of("rdap", "http://user@" + place + ":80/domain/a.com"),
                        Arguments.of("bimi", "https://" + place + "/mark.pem")));
    }

    private static Reply ask(Question question) {
        try (ClosedInternet net = ClosedInternet.of(SCENARIO);
                LiveEgress live = new LiveEgress(
                        new SourceSettings(
                                List.of("127.0.0.1:" + net.dnsPort()),
                                URI.create("https://rdap.example.com/"),
                                Optional.empty(),
                                new TreeMap<>(),
                                Privacy.URLS,
                                CaptureSettings.none()),
                        SourceContractTest.brief(),
                        Clock.fixed(NOW, ZoneOffset.UTC))) {
            return live.ask(question);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noSpellingOfAnInnerPlaceIsConnectedTo(String source, String subject) {
        assertThat(ask(new Question(source, subject)))
                .isInstanceOfSatisfying(
                        Reply.Silence.class,
                        silence -> assertThat(silence.why().reason())
                                .isIn(Why.Reason.FORBIDDEN_ADDRESS, Why.Reason.REFUSED, Why.Reason.UNREADABLE));
        assertThat(CONNECTIONS).hasValue(0);
    }

    @Test
    void theFirstServerOfWhoisMayNotLieInsideEither() {
        assertThat(ask(new Question("whois", "shop.jp")))
                .isInstanceOfSatisfying(
                        Reply.Silence.class,
                        silence -> assertThat(silence.why().reason()).isEqualTo(Why.Reason.FORBIDDEN_ADDRESS));
    }

    @Test
    void oneInnerAddressAmongGoodOnesRefusesThemAll() {
        Guard guard = new Guard(_ -> addresses("8.8.8.8", "127.0.0.1", "9.9.9.9"));
        assertThatThrownBy(() -> guard.stranger("mixed.example.com", 443)).isInstanceOf(NoAnswer.class);
    }

    @Test
    void aNameIsResolvedOnceAndWhatWasCheckedIsWhatIsConnectedTo() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Guard guard = new Guard(_ -> addresses(asked.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1"));
        assertThat(guard.stranger("rebinding.example.com", 443))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("8.8.8.8");
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> guard.stranger("rebinding.example.com", 443)).isInstanceOf(NoAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 110, 3306, 6379, 8080, 9200})
    void strangersAreReachedAtPortsOfTheWebWhoisAndDnsAlone(int port) {
        Guard guard = new Guard(_ -> addresses("8.8.8.8"));
        assertThatThrownBy(() -> guard.stranger("www.example.com", port)).isInstanceOf(NoAnswer.class);
    }

    @Test
    void namesOfTheOperatorAreResolvedByHisNameServers() throws IOException {
        Guard guard = new Guard(_ -> addresses("8.8.8.8"), _ -> addresses("127.0.0.9"));
        assertThat(guard.operators("api.example.com"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.9");
    }

    private static List<IpAddress> addresses(String... written) {
        return Stream.of(written)
                .map(IpAddress::parse)
                .map(Optional::orElseThrow)
                .toList();
    }
}
