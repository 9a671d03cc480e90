package gyotaku.enrich.reputation;

import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.dns.DnsQuestion;
import gyotaku.enrich.dns.DnsText;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.service.Inquiry;
import gyotaku.enrich.service.Subject;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Why;
import gyotaku.model.fact.Resolver.RecordType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// DNS block lists (RFC 5782): a name below the list's zone has an A record in 127.0.0.0/8 when it is listed, and a
/// TXT record that says why.
///
/// @param source the key of its questions
/// @param zones the setting that names the zones
record BlockList(String source, Setting zones) {

    /// What the codes stand for is the list's own matter; these two mean that it refuses to answer:
    /// 127.255.255.0/24 (Spamhaus and those who follow it) and 127.0.0.1 (RFC 5782 section 2.1 keeps it unused,
    /// URIBL refuses by it).
    private static final String REFUSED = "127.255.255.";

    private static final String UNUSED = "127.0.0.1";

    Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.ownList(zones.path()).isEmpty() ? Optional.of(Why.Reason.NOT_CONFIGURED) : Optional.empty();
    }

    /// @param name as it stands below the zone
    List<Inquiry> about(Subject subject, String name, SourceSettings settings) {
        List<String> chosen = settings.ownList(zones.path());
        return chosen.isEmpty()
                ? List.of(Inquiry.of(source, name, subject))
                : chosen.stream()
                        .map(zone -> new Inquiry(new Question(source, name + "." + zone), zone, List.of(subject)))
                        .toList();
    }

    /// The answer to A, with the one to TXT behind it when there is something to explain.
    byte[] ask(String name, Wire wire) throws IOException {
        byte[] addresses =
                wire.dns().ask(DnsQuestion.of(name, RecordType.A).question().subject());
        if (!(DnsText.read(addresses, RecordType.A) instanceof Reading.Says<List<String>>)) {
            return addresses;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(addresses);
        all.writeBytes(reason(name, wire));
        return all.toByteArray();
    }

    /// That it is listed stands, whether or not it says why.
    private static byte[] reason(String name, Wire wire) {
        try {
            String answer = new String(
                    wire.dns()
                            .ask(DnsQuestion.of(name, RecordType.TXT).question().subject()),
                    StandardCharsets.UTF_8);
            return answer.substring(answer.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
        } catch (NoAnswer _) {
            return new byte[0];
        } catch (IOException e) {
            return Thread.currentThread().isInterrupted() ? interrupted() : new byte[0];
        }
    }

    private static byte[] interrupted() {
        Thread.currentThread().interrupt();
        return new byte[0];
    }

    static Reading<String> read(byte[] body) {
        return switch (DnsText.read(body, RecordType.A)) {
            case Reading.Nothing<List<String>> nothing -> new Reading.Nothing<>(nothing.excerpt());
            case Reading.Unusable<List<String>> unusable -> new Reading.Unusable<>(unusable.why());
            case Reading.Says<List<String>> says -> listed(says.value(), body);
        };
    }

    private static Reading<String> listed(List<String> codes, byte[] body) {
        if (codes.stream().anyMatch(code -> code.startsWith(REFUSED) || code.equals(UNUSED))) {
            return Reading.serverError("the list refuses to answer: " + String.join(", ", codes));
        }
        if (!codes.stream().allMatch(code -> code.startsWith("127."))) {
            return Reading.unreadable("no code of a block list: " + String.join(", ", codes));
        }
        String words = String.join(", ", codes) + said(body);
        return new Reading.Says<>(words, words);
    }

    private static String said(byte[] body) {
        return DnsText.read(body, RecordType.TXT) instanceof Reading.Says<List<String>> says
                ? ": " + says.value().getFirst()
                : "";
    }
}
