package gyotaku.testkit.internet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

/// Answers DNS questions out of the scenario as a recursive resolver would.
final class Zone {

    private static final int TTL = 300;
    private static final int CNAMES_FOLLOWED = 8;

    private final Scenario scenario;
    private final Journal journal;

    Zone(Scenario scenario, Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
    }

    /// The answer to a question in wire form, or nothing where the scenario lets the name time out.
    Optional<Message> answer(byte[] wire) throws IOException {
        Message query = new Message(wire);
        Record question = query.getQuestion();
        if (question == null) {
            throw new IOException("no question");
        }
        String name = Scenario.canonical(question.getName().toString());
        String kind = Type.string(question.getType());
        journal.note("dns", name + " " + kind);
        if (scenario.within("dns_timeout", name)) {
            return Optional.empty();
        }
        Message reply = head(query, question);
        if (scenario.within("dns_servfail", name)) {
            reply.getHeader().setRcode(Rcode.SERVFAIL);
        } else {
            fill(reply, name, kind);
        }
        return Optional.of(reply);
    }

    /// The same answer without its records and with the TC bit: "ask again by TCP" (RFC 2181 section 9).
    static Message truncated(Message reply) {
        Message cut = reply.clone();
        cut.removeAllRecords(Section.ANSWER);
        cut.getHeader().setFlag(Flags.TC);
        return cut;
    }

    private static Message head(Message query, Record question) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RD);
        reply.getHeader().setFlag(Flags.RA);
        reply.addRecord(question, Section.QUESTION);
        return reply;
    }

    private void fill(Message reply, String name, String kind) throws IOException {
        List<Record> records = new ArrayList<>();
        String current = name;
        for (int step = 0; step < CNAMES_FOLLOWED; step++) {
            JsonNode sets = scenario.zone().get(current);
            if (sets == null) {
                boolean known = !records.isEmpty() || scenario.emptyNonTerminal(current);
                reply.getHeader().setRcode(known ? Rcode.NOERROR : Rcode.NXDOMAIN);
                break;
            }
            if (sets.has(kind)) {
                addAll(records, current, kind, sets.path(kind));
                break;
            }
            if (!sets.has("CNAME")) {
                break;
            }
            addAll(records, current, "CNAME", sets.path("CNAME"));
            current = Scenario.canonical(values(sets.path("CNAME")).findFirst().orElseThrow());
        }
        records.forEach(record -> reply.addRecord(record, Section.ANSWER));
    }

    private static void addAll(List<Record> records, String owner, String kind, JsonNode set) throws IOException {
        Name name = Name.fromString(owner, Name.root);
        for (String value : values(set).toList()) {
            records.add(record(name, kind, value));
        }
    }

    private static Stream<String> values(JsonNode set) {
        return set.isArray() ? set.values().stream().map(JsonNode::asString) : Stream.of(set.asString());
    }

    private static Record record(Name owner, String kind, String value) throws IOException {
        int type = Type.value(kind);
        return type == Type.TXT
                ? Record.newRecord(owner, type, DClass.IN, TTL, characterStrings(value))
                : Record.fromString(owner, type, DClass.IN, TTL, value, Name.root);
    }

    /// A text as character-strings of at most 255 octets (RFC 1035 3.3.14), byte for byte, no zone-file escapes.
    private static byte[] characterStrings(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + 2);
        int at = 0;
        do {
            int length = Math.min(255, octets.length - at);
            out.write(length);
            out.write(octets, at, length);
            at += length;
        } while (at < octets.length);
        return out.toByteArray();
    }
}
