package gyotaku.parse.received;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The clauses of a Received line (RFC 5321 section 4.4: `from`, `by`, `via`, `with`, `id`, `for`), in whatever
/// order they stand. Each counts once; the word behind a clause's name is its value even when it looks like
/// another name, so that a client called `by` moves nothing.
final class Clauses {

    enum Name {
        /// What stands before the first clause, as `(qmail 8770 invoked by uid 500)`.
        LEAD,
        FROM,
        BY,
        VIA,
        WITH,
        ID,
        FOR
    }

    /// A clause's words and the comments among and behind them.
    record Clause(List<String> words, List<String> comments) {

        static final Clause ABSENT = new Clause(List.of(), List.of());

        String word() {
            return words.isEmpty() ? "" : words.getFirst();
        }

        boolean isEmpty() {
            return words.isEmpty() && comments.isEmpty();
        }
    }

    private final Map<Name, Clause> clauses = new EnumMap<>(Name.class);
    private Name current = Name.LEAD;

    private Clauses() {
        clauses.put(Name.LEAD, new Clause(new ArrayList<>(), new ArrayList<>()));
    }

    static Clauses of(List<Token> tokens) {
        Clauses clauses = new Clauses();
        for (Token token : tokens) {
            switch (token) {
                case Token.Word(String word) -> clauses.word(word);
                case Token.Comment(String comment) -> clauses.open().comments().add(comment);
            }
        }
        return clauses;
    }

    private void word(String word) {
        Optional<Name> name = name(word);
        boolean wanted = current != Name.LEAD && open().isEmpty();
        if (name.isPresent() && !wanted && !clauses.containsKey(name.get())) {
            current = name.get();
            clauses.put(current, new Clause(new ArrayList<>(), new ArrayList<>()));
        } else {
            open().words().add(word);
        }
    }

    private Clause open() {
        return get(current);
    }

    private static Optional<Name> name(String word) {
        return switch (word.length() > 4 ? "" : word.toLowerCase(Locale.ROOT)) {
            case "from" -> Optional.of(Name.FROM);
            case "by" -> Optional.of(Name.BY);
            case "via" -> Optional.of(Name.VIA);
            case "with" -> Optional.of(Name.WITH);
            case "id" -> Optional.of(Name.ID);
            case "for" -> Optional.of(Name.FOR);
            default -> Optional.empty();
        };
    }

    Clause get(Name name) {
        return clauses.getOrDefault(name, Clause.ABSENT);
    }

    /// Whether there is any clause with a name.
    boolean any() {
        return clauses.size() > 1;
    }

    boolean has(Name name) {
        return clauses.containsKey(name);
    }

    /// Whether a comment of that clause holds `text`.
    boolean mentions(Name name, String text) {
        return get(name).comments().stream().anyMatch(comment -> comment.contains(text));
    }

    /// Whether the software that wrote the line names itself so, in a comment behind `by` or `with`.
    boolean signedBy(String software) {
        return mentions(Name.BY, software) || mentions(Name.WITH, software);
    }
}
