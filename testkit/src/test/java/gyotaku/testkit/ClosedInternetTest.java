package gyotaku.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedInternetTest {

    private static final String SCENARIO = """
            {"dns": {
               "Example.COM.": {"A": ["192.0.2.1", "192.0.2.2"], "MX": "10 mail.example.com",
                                "TXT": ["v=spf1 -all", "quote \\" backslash \\\\ \u3042"]},
               "www.example.com": {"CNAME": "Example.com."},
               "dangling.example.com": {"CNAME": "nowhere.example.org"},
               "loop.example.com": {"CNAME": "loop.example.com"},
               "a.deep.example.net": {"AAAA": "2001:db8::1"},
               "1.2.0.192.in-addr.arpa": {"PTR": "mail.example.com"},
               "big.example.com": {"TXT": ["LONG"]}},
             "dns_servfail": ["broken.example"], "dns_timeout": ["slow.example"],
             "whois": {"example.cn": "Domain Name: example.cn\\nRegistration Time: 2026-02-18 10:00:00\\n"},
             "rdap": {"domain": {"example.com": {"ldhName": "example.com"}},
                      "ip": {"192.0.2.0/24": {"country": "HK"}, "2001:db8::/32": {"country": "JP"}}},
             "rdap_tlds": ["com", "net"],
             "safebrowsing": {"https://example.com/login": "SOCIAL_ENGINEERING"},
             "web": {"example.com": {
                        "/go?x=1": {"status": 302, "headers": {"Location": "/login"}},
                        "/login": {"body": "<title>\u30ed\u30b0\u30a4\u30f3</title>"},
                        "/never": {"hang": 60, "body": ""}},
                     "any.example.com": {"*": {"status": 503, "body": "busy"}}},
             "web_timeout": ["dead.example.com"]}
            """.replace("LONG", "x".repeat(3000));

    private ClosedInternet internet;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        internet = ClosedInternet.start(Files.writeString(folder.resolve("scenario.json"), SCENARIO));
    }

    @AfterAll
    void stop() {
        internet.close();
    }

    @ParameterizedTest
    @CsvSource({
        "EXAMPLE.com, A, NOERROR, 192.0.2.1|192.0.2.2",
        "example.com, MX, NOERROR, 10 mail.example.com.",
        "example.com, AAAA, NOERROR, ''",
        "www.example.com, A, NOERROR, example.com.|192.0.2.1|192.0.2.2",
        "www.example.com, CNAME, NOERROR, example.com.",
        "dangling.example.com, A, NOERROR, nowhere.example.org.",
        "a.deep.example.net, AAAA, NOERROR, 2001:db8:0:0:0:0:0:1",
        "deep.example.net, A, NOERROR, ''",
        "example.net, TXT, NOERROR, ''",
        "1.2.0.192.in-addr.arpa, PTR, NOERROR, mail.example.com.",
        "unknown.example.com, A, NXDOMAIN, ''",
        "broken.example, A, SERVFAIL, ''",
        "below.broken.example, MX, SERVFAIL, ''"
    })
    void namesAreAnsweredAsTheScenarioSays(String name, String type, String code, String data) throws IOException {
        Message answer = ask(name, type, false);
        assertThat(Rcode.string(answer.getRcode())).isEqualTo(code);
        assertThat(answer.getSection(Section.ANSWER).stream().map(Record::rdataToString))
                .isEqualTo(data.isEmpty() ? List.of() : List.of(data.split("\\|")));
        assertThat(ask(name, type, true).getSection(Section.ANSWER)).isEqualTo(answer.getSection(Section.ANSWER));
        assertThat(internet.requests()).contains("dns " + name.toLowerCase(Locale.ROOT) + " " + type);
    }

    @Test
    void textsAreKeptByteForByte() throws IOException {
        TXTRecord text = (TXTRecord)
                ask("example.com", "TXT", false).getSection(Section.ANSWER).get(1);
        assertThat(text.getStringsAsByteArrays().getFirst())
                .isEqualTo("quote \" backslash \\ \u3042".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLargeAnswerIsTruncatedByUdpAndWholeByTcp() throws IOException {
        SimpleResolver udp = resolver();
        udp.setIgnoreTruncation(true);
        Message cut = udp.send(question("big.example.com", "TXT"));
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(cut.getSection(Section.ANSWER)).isEmpty();
        Message whole = resolver().send(question("big.example.com", "TXT"));
        TXTRecord text = (TXTRecord) whole.getSection(Section.ANSWER).getFirst();
        assertThat(String.join("", text.getStrings())).hasSize(3000);
    }

    @Test
    void aLoopOfAliasesEnds() throws IOException {
        assertThat(ask("loop.example.com", "A", false).getSection(Section.ANSWER))
                .isNotEmpty();
    }

    @Test
    void aNameThatTimesOutGetsNoAnswer() throws IOException {
        SimpleResolver resolver = resolver();
        resolver.setTimeout(Duration.ofMillis(300));
        assertThatThrownBy(() -> resolver.send(question("www.slow.example", "A")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void rubbishNeitherIsAnsweredNorStopsTheServer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), internet.dnsPort())) {
            socket.getOutputStream().write(new byte[] {0, 3, 1, 2, 3});
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
        assertThat(ask("example.com", "A", false).getSection(Section.ANSWER)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "example.cn, Domain Name: example.cn",
        "domain EXAMPLE.cn, Domain Name: example.cn",
        "other.cn, No matching record."
    })
    void whoisAnswersTheLastWord(String question, String firstLine) throws IOException {
        assertThat(whois(question)).startsWith(firstLine + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "rdap-bootstrap/dns.json, 200, '[[[\"com\",\"net\"],[\"BASE\"]]]'",
        "rdap-bootstrap/ipv4.json, 200, '[[[\"0.0.0.0/0\"],[\"BASE\"]]]'",
        "rdap-bootstrap/ipv6.json, 200, '[[[\"::/0\"],[\"BASE\"]]]'",
        "rdap-bootstrap/other.json, 404, ''",
        "domain/Example.com, 200, '\"ldhName\":\"example.com\"'",
        "domain/other.com, 404, Not Found",
        "ip/192.0.2.77, 200, HK",
        "ip/2001:db8::7, 200, JP",
        "ip/198.51.100.1, 404, Not Found",
        "ip/rubbish, 404, Not Found"
    })
    void rdapAnswersOutOfTheScenario(String path, int status, String part) throws Exception {
        HttpResponse<String> reply =
                get(HttpClient.newHttpClient(), internet.safeBrowsing().resolve("/" + path));
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body())
                .contains(part.replace("BASE", internet.safeBrowsing().toString()));
    }

    @Test
    void theBootstrapFolderLeadsToTheServers() throws Exception {
        HttpResponse<String> reply =
                get(HttpClient.newHttpClient(), internet.rdapBootstrap().resolve("dns.json"));
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.body())
                .isEqualTo(
                        "{\"publication\":\"2026-01-01T00:00:00Z\",\"services\":[[[\"com\",\"net\"],[\"%s\"]]],\"version\":\"1.0\"}"
                                .formatted(internet.safeBrowsing()));
    }

    @Test
    void safeBrowsingListsExactUrls() throws Exception {
        String entries = "{\"threatInfo\":{\"threatEntries\":[{\"url\":\"https://example.com/login\"},"
                + "{\"url\":\"https://example.com/\"},{\"hash\":\"AAAA\"}]}}";
        assertThat(find(entries)).contains("SOCIAL_ENGINEERING").contains("https://example.com/login");
        assertThat(find("{\"threatInfo\":{\"threatEntries\":[]}}")).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/login, 200, ログイン",
        "https://example.com/login, 200, ログイン",
        "https://example.com/login?x=2, 200, ログイン",
        "http://example.com/go?x=1, 302, ''",
        "https://example.com/other, 404, not found",
        "https://any.example.com/what/ever, 503, busy",
        "http://unknown.example.com/, 502, ''"
    })
    void sitesStandBehindTheProxy(String url, int status, String body) throws Exception {
        HttpResponse<String> reply = get(throughProxy(), URI.create(url));
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).contains(body);
    }

    @Test
    void aHostWithoutASiteIsRefusedBeforeTls() {
        assertThatThrownBy(() -> get(throughProxy(), URI.create("https://unknown.example.com/")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"http://dead.example.com/", "https://dead.example.com/", "https://example.com/never"})
    void aDeadSiteKeepsItsVisitorWaiting(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMillis(600))
                .build();
        assertThatThrownBy(() -> throughProxy().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void theCertificateNamesTheSitesAndNobodyTrustsIt() throws Exception {
        try (SSLSocket socket = (SSLSocket) trustingAll()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), internet.ports().https())) {
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            certificate.verify(certificate.getPublicKey());
            assertThat(certificate.getSubjectAlternativeNames())
                    .anySatisfy(name -> assertThat(name.get(1)).isEqualTo("example.com"));
        }
    }

    @Test
    void closingEndsEverythingEvenWaitingVisitors() throws IOException {
        ClosedInternet other = ClosedInternet.of("{\"web_timeout\": [\"dead.example.com\"]}");
        try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), other.proxyPort())) {
            visitor.setSoTimeout(20_000);
            visitor.getOutputStream()
                    .write("GET http://dead.example.com/ HTTP/1.1\r\nHost: dead.example.com\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            other.close();
            assertThat(ends(visitor)).isTrue();
        }
    }

    /// Whether the other side hangs up, in whatever way; a silent one runs into the socket's timeout.
    private static boolean ends(Socket visitor) throws IOException {
        try {
            return visitor.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (SocketException _) {
            return true;
        }
    }

    private SimpleResolver resolver() throws IOException {
        SimpleResolver resolver =
                new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), internet.dnsPort()));
        resolver.setTimeout(Duration.ofSeconds(20));
        return resolver;
    }

    private Message ask(String name, String type, boolean tcp) throws IOException {
        SimpleResolver resolver = resolver();
        resolver.setTCP(tcp);
        return resolver.send(question(name, type));
    }

    private static Message question(String name, String type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), Type.value(type), DClass.IN));
    }

    private String whois(String question) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), internet.whoisPort())) {
            socket.getOutputStream().write((question + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String find(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(internet.safeBrowsing().resolve("v4/threatMatches:find?key=lab"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpClient throughProxy() throws GeneralSecurityException {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), internet.proxyPort())))
                .sslContext(trustingAll())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trustingAll() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        return context;
    }

    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
