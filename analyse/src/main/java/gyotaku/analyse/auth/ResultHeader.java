package gyotaku.analyse.auth;

import gyotaku.analyse.auth.ResultLexer.Segment;
import gyotaku.analyse.auth.ResultLexer.Word;
import gyotaku.model.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads Authentication-Results (RFC 8601 section 2.2) as real servers write it: Microsoft leaves out the
/// authserv-id, others a semicolon. Received-SPF (RFC 7208 section 9.1) is brought into the same form. What is
/// malformed is read as well as it can be, and said to be so.
///
/// @param by the authserv-id in lower case, or empty
/// @param flaws what is wrong with the header as a whole
record ResultHeader(String by, List<Statement> statements, Set<Flaw> flaws) {

    /// Against endless headers: the part of it that is read.
    private static final int MOST_CHARACTERS = 8 << 10;
    /// Against a name or property that fills the report. No host is longer.
    private static final int MOST_OF_A_VALUE = 255;

    ResultHeader {
        by = shortened(by);
        statements = List.copyOf(statements);
    }

    /// @param domain the property that names whom the result is about, or empty
    /// @param detail selector, policy, reason code or sending address, or empty
    record Statement(String method, String result, String domain, String detail, Set<Flaw> flaws) {

        /// Of a header that states nothing which can be read.
        static final Statement NOTHING = new Statement("", "", "", "", Set.of());

        Statement {
            method = shortened(method);
            result = shortened(result);
            domain = shortened(domain);
            detail = shortened(detail);
        }
    }

    static ResultHeader authenticationResults(String body) {
        return new ResultReading(tooLong(body)).of(ResultLexer.segments(cut(body)));
    }

    /// `i=1; authserv-id; …` (RFC 8617 section 4.1.1).
    static ResultHeader arc(String body) {
        List<Segment> segments = ResultLexer.segments(cut(body));
        EnumSet<Flaw> flaws = tooLong(body);
        boolean numbered = !segments.isEmpty() && isInstance(segments.getFirst());
        if (!numbered) {
            flaws.add(Flaw.NO_INSTANCE);
        }
        return new ResultReading(flaws).of(numbered ? segments.subList(1, segments.size()) : segments);
    }

    private static boolean isInstance(Segment segment) {
        return segment.words().size() == 1
                && segment.words().getFirst().pair()
                && segment.words().getFirst().name().equalsIgnoreCase("i");
    }

    /// `Pass (mx.example: …) receiver=mx.example; client-ip=…; envelope-from=…`. Where no receiver is named,
    /// the one before the colon of the comment is taken.
    static ResultHeader receivedSpf(String body) {
        EnumSet<Flaw> flaws = tooLong(body);
        List<Word> words = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (Segment segment : ResultLexer.segments(cut(body))) {
            words.addAll(segment.words());
            comments.addAll(segment.comments());
            flaws.addAll(segment.flaws());
        }
        boolean stated = !words.isEmpty() && !words.getFirst().pair();
        String result = stated ? words.getFirst().name().toLowerCase(Locale.ROOT) : "";
        EnumSet<Flaw> ofResult = ResultReading.ofResult("spf", result);
        ofResult.addAll(flaws);
        Statement statement = new Statement(
                "spf", result, Vocabulary.domain("spf", words), Vocabulary.detail("spf", words, comments), ofResult);
        return new ResultHeader(receiver(words, comments), List.of(statement), EnumSet.noneOf(Flaw.class));
    }

    private static String receiver(List<Word> words, List<String> comments) {
        String named = Vocabulary.value(words, "receiver");
        if (named.isEmpty() && !comments.isEmpty()) {
            String first = comments.getFirst();
            named = first.substring(0, Math.max(0, first.indexOf(':')));
        }
        boolean host = named.indexOf('.') > 0 && named.chars().noneMatch(c -> " @<>".indexOf(c) >= 0);
        return host ? named.toLowerCase(Locale.ROOT) : "";
    }

    /// The same, found inside an encoded word.
    ResultHeader encoded() {
        EnumSet<Flaw> more = EnumSet.of(Flaw.ENCODED);
        more.addAll(flaws);
        return new ResultHeader(by, statements, more);
    }

    /// What is wrong with that statement or the header around it, in a fixed order.
    List<Text> malformed(Statement statement) {
        EnumSet<Flaw> all = EnumSet.noneOf(Flaw.class);
        all.addAll(flaws);
        all.addAll(statement.flaws());
        return all.stream().map(Flaw::text).toList();
    }

    /// Whether words of the sender may have become this statement.
    boolean isHiding(Statement statement) {
        return statement.flaws().stream().anyMatch(Flaw::isHiding);
    }

    private static EnumSet<Flaw> tooLong(String body) {
        return body.length() > MOST_CHARACTERS ? EnumSet.of(Flaw.TOO_LONG) : EnumSet.noneOf(Flaw.class);
    }

    private static String cut(String body) {
        return body.length() > MOST_CHARACTERS ? body.substring(0, MOST_CHARACTERS) : body;
    }

    private static String shortened(String value) {
        return value.length() > MOST_OF_A_VALUE ? value.substring(0, MOST_OF_A_VALUE) : value;
    }
}
