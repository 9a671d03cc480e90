package gyotaku.enrich.whois;

import gyotaku.enrich.Question;
import gyotaku.enrich.egress.Bounded;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.model.DomainName;
import gyotaku.model.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Asks WHOIS servers: the operator's one for everything, else IANA for the registry, the registry, and at most one
/// registrar when the registry itself tells no date.
public final class WhoisTransport {

    public static final String SOURCE = "whois";

    private static final String IANA = "whois.iana.org";
    private static final int PORT = 43;

    /// Against endless answers; the longest of a registry is some 10 KiB.
    private static final int TEXT_BYTES = 64 << 10;

    private static final Set<String> REFERRAL = Set.of("refer", "whois");
    private static final Set<String> REGISTRAR = Set.of("registrar whois server", "whois server");

    private final Optional<String> operators;
    private final Guard guard;
    private final int patienceMillis;

    public WhoisTransport(Optional<String> operators, Guard guard, java.time.Duration patience) {
        this.operators = operators;
        this.guard = guard;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    public static Question question(DomainName domain) {
        return new Question(SOURCE, domain.ascii());
    }

    /// The recorded form of the whole dialogue.
    public byte[] ask(String domain) throws IOException {
        if (!plain(domain)) {
            throw new NoAnswer(Why.Reason.UNREADABLE, "no name that WHOIS can carry");
        }
        List<WhoisAnswer.Part> parts =
                operators.isPresent() ? List.of(operatorsAnswer(operators.get(), domain)) : referred(domain);
        return new WhoisAnswer(parts).body();
    }

    /// Against a second line in the question (RFC 3912 ends a question by CRLF) and against options of servers.
    private static boolean plain(String domain) {
        return !domain.startsWith("-")
                && domain.chars()
                        .allMatch(
                                c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_');
    }

    private WhoisAnswer.Part operatorsAnswer(String server, String domain) throws IOException {
        int colon = server.lastIndexOf(':');
        String host = colon < 0 ? server : server.substring(0, colon);
        int port = colon < 0 ? PORT : Integer.parseInt(server.substring(colon + 1));
        return new WhoisAnswer.Part("configured", talk(guard.operators(host), port, domain));
    }

    private List<WhoisAnswer.Part> referred(String domain) throws IOException {
        String topLevel = domain.substring(domain.lastIndexOf('.') + 1);
        WhoisAnswer.Part iana = strangersAnswer(IANA, topLevel);
        Optional<String> registry = server(iana, REFERRAL);
        if (registry.isEmpty()) {
            throw new NoAnswer(Why.Reason.NO_SERVICE, "no WHOIS server for ." + topLevel);
        }
        List<WhoisAnswer.Part> parts = new ArrayList<>();
        WhoisAnswer.Part first = strangersAnswer(registry.get(), domain);
        parts.add(first);
        Optional<String> registrar = server(first, REGISTRAR).filter(name -> !name.equals(registry.get()));
        if (registrar.isPresent() && !tellsDate(first, topLevel)) {
            addRegistrar(parts, registrar.get(), domain);
        }
        return parts;
    }

    /// What the registry said stands, whatever its registrar's server does.
    private void addRegistrar(List<WhoisAnswer.Part> parts, String registrar, String domain) {
        try {
            parts.add(strangersAnswer(registrar, domain));
        } catch (IOException e) {
            parts.add(new WhoisAnswer.Part(registrar, new byte[0]));
        }
    }

    private static boolean tellsDate(WhoisAnswer.Part part, String topLevel) {
        return WhoisLines.of(part.text())
                .first(Dialect.REGISTERED)
                .flatMap(text -> Moment.read(text, Dialect.zone(topLevel)))
                .isPresent();
    }

    private static Optional<String> server(WhoisAnswer.Part part, Set<String> labels) {
        return WhoisLines.of(part.text())
                .first(labels)
                .map(WhoisTransport::host)
                .filter(WhoisTransport::plain)
                .filter(host -> host.indexOf('.') > 0);
    }

    private static String host(String referral) {
        String host = referral.toLowerCase(Locale.ROOT);
        int scheme = host.indexOf("://");
        host = scheme < 0 ? host : host.substring(scheme + 3);
        int end = host.indexOf('/');
        host = end < 0 ? host : host.substring(0, end);
        return host.endsWith(":43") ? host.substring(0, host.length() - 3) : host;
    }

    private WhoisAnswer.Part strangersAnswer(String server, String domain) throws IOException {
        List<InetAddress> checked = guard.stranger(server, PORT);
        return new WhoisAnswer.Part(server, talk(checked, PORT, Dialect.query(server, domain)));
    }

    private byte[] talk(List<InetAddress> checked, int port, String query) throws IOException {
        IOException last = new NoAnswer(Why.Reason.REFUSED, "no address");
        for (InetAddress address : checked) {
            try (Socket socket = new Socket()) {
                socket.setSoTimeout(patienceMillis);
                socket.connect(new InetSocketAddress(address, port), patienceMillis);
                socket.getOutputStream().write((query + "\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                return Bounded.head(socket.getInputStream(), TEXT_BYTES);
            } catch (java.net.ConnectException e) {
                last = e;
            }
        }
        throw last;
    }
}
