package gyotaku.enrich.dns;

import gyotaku.enrich.Question;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.Locale;
import java.util.Optional;

/// A name and a record type; its subject is `example.com A`.
public record DnsQuestion(String name, RecordType type) {

    public static final String SOURCE = "dns";

    public Question question() {
        return new Question(SOURCE, name + " " + type);
    }

    /// A name as mail gives it, in lower case and without closing dot.
    public static DnsQuestion of(String name, RecordType type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new DnsQuestion(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower, type);
    }

    static Optional<DnsQuestion> ofSubject(String subject) {
        int space = subject.lastIndexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new DnsQuestion(subject.substring(0, space), RecordType.valueOf(subject.substring(space + 1))));
    }

    /// Whether DNS can carry it (RFC 1035 section 2.3.4): labels of 1 to 63 printable ASCII characters.
    public boolean askable() {
        if (name.isEmpty() || name.length() > 253 || name.equals("@")) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63 || !label.chars().allMatch(c -> c > 32 && c < 127)) {
                return false;
            }
        }
        return true;
    }
}
