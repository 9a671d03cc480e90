package gyotaku.enrich.dns;

import gyotaku.enrich.egress.NoAnswer;
import gyotaku.model.IpAddress;
import gyotaku.model.Why;
import gyotaku.model.fact.Resolver.RecordType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Asks the configured name servers, or the system's: by UDP, by TCP when the answer was cut. A server that is silent
/// is followed by the next one (or itself) once.
public final class DnsTransport {

    /// Against endless CNAME chains; nobody needs more.
    private static final int CHAIN = 8;

    /// Against an answer of thousands of records (KeyTrap and the like).
    private static final int RECORDS = 256;

    private final List<InetSocketAddress> servers;
    private final Duration patience;

    /// @param patience for both attempts together
    public DnsTransport(List<String> servers, Duration patience) {
        this.servers = servers.isEmpty()
                ? List.copyOf(ResolverConfig.getCurrentConfig().servers())
                : servers.stream().map(DnsTransport::endpoint).toList();
        this.patience = patience;
    }

    private static InetSocketAddress endpoint(String server) {
        int colon = server.lastIndexOf(':');
        boolean bare = colon < 0 || server.indexOf(':') != colon && !server.startsWith("[");
        String host = bare ? server : server.substring(0, colon);
        int port = bare ? 53 : Integer.parseInt(server.substring(colon + 1));
        return new InetSocketAddress(host.replace("[", "").replace("]", ""), port);
    }

    /// The recorded form of the answer.
    public byte[] ask(String subject) throws IOException {
        Optional<DnsQuestion> question = DnsQuestion.ofSubject(subject).filter(DnsQuestion::askable);
        if (question.isEmpty()) {
            throw new NoAnswer(Why.Reason.UNREADABLE, "no name that DNS can carry");
        }
        return text(question.get(), answer(question.get())).getBytes(StandardCharsets.UTF_8);
    }

    /// The detail of a refusal because of a name that does not exist.
    public static final String NO_SUCH_NAME = "NXDOMAIN";

    /// A and AAAA of a host, for connecting to it.
    ///
    /// @throws NoAnswer with [#NO_SUCH_NAME] when the name does not exist
    public List<IpAddress> addresses(String host) throws IOException {
        List<IpAddress> all = new ArrayList<>();
        for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
            byte[] body = ask(DnsQuestion.of(host, type).question().subject());
            if (new String(body, StandardCharsets.UTF_8).startsWith(NO_SUCH_NAME)) {
                throw new NoAnswer(Why.Reason.REFUSED, NO_SUCH_NAME);
            }
            if (DnsText.read(body, type) instanceof gyotaku.enrich.Reading.Says<List<String>> says) {
                says.value().forEach(value -> IpAddress.parse(value).ifPresent(all::add));
            }
        }
        return all;
    }

    private Message answer(DnsQuestion question) throws IOException {
        if (servers.isEmpty()) {
            throw new NoAnswer(Why.Reason.NOT_CONFIGURED, "no name server");
        }
        try {
            return send(question, servers.getFirst());
        } catch (NoAnswer noAnswer) {
            throw noAnswer;
        } catch (IOException _) {
            return send(question, servers.get(1 % servers.size()));
        }
    }

    private Message send(DnsQuestion question, InetSocketAddress server) throws IOException {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience.dividedBy(2));
        resolver.setIgnoreTruncation(false);
        Name name = name(question.name());
        Message query = Message.newQuery(
                Record.newRecord(name, Type.value(question.type().name()), DClass.IN));
        try {
            return resolver.send(query);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted() || e instanceof NoAnswer) {
                throw e;
            }
            throw timedOut(e) ? new SocketTimeoutException("name server") : e;
        }
    }

    private static boolean timedOut(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT).contains("timed out")
                || e.getCause() instanceof java.util.concurrent.TimeoutException;
    }

    private static Name name(String name) throws NoAnswer {
        try {
            return Name.fromString(name.replace("\\", "\\\\"), Name.root);
        } catch (TextParseException _) {
            throw new NoAnswer(Why.Reason.UNREADABLE, "no name that DNS can carry");
        }
    }

    private static String text(DnsQuestion question, Message answer) throws NoAnswer {
        int rcode = answer.getRcode();
        if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
            throw new NoAnswer(Why.Reason.SERVER_ERROR, Rcode.string(rcode));
        }
        StringBuilder out = new StringBuilder(Rcode.string(rcode)).append('\n');
        for (Record record : belonging(question, answer.getSection(Section.ANSWER))) {
            out.append(DnsText.line(record)).append('\n');
        }
        return out.toString();
    }

    /// Only what the owner asked for has, or what its CNAMEs lead to: a server may put anything else beside it.
    private static List<Record> belonging(DnsQuestion question, List<Record> answer) throws NoAnswer {
        List<Record> kept = new ArrayList<>();
        Name owner = name(question.name());
        int type = Type.value(question.type().name());
        for (int step = 0; step <= CHAIN; step++) {
            Optional<Name> alias = Optional.empty();
            for (Record record : answer) {
                if (!record.getName().equals(owner) || kept.size() >= RECORDS) {
                    continue;
                }
                if (record.getType() == type) {
                    kept.add(record);
                } else if (record instanceof CNAMERecord cname && alias.isEmpty()) {
                    kept.add(record);
                    alias = Optional.of(cname.getTarget());
                }
            }
            if (alias.isEmpty()) {
                return kept;
            }
            owner = alias.get();
        }
        throw new NoAnswer(Why.Reason.SERVER_ERROR, "CNAME chain without end");
    }
}
