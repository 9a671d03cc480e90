package gyotaku.analyse.auth;

import gyotaku.analyse.auth.ResultHeader.Statement;
import gyotaku.analyse.auth.ResultLexer.Segment;
import gyotaku.analyse.auth.ResultLexer.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/// One header of results on its way from segments to statements.
final class ResultReading {

    /// Against a header that states thousands of results.
    private static final int MOST_STATEMENTS = 30;

    private final EnumSet<Flaw> flaws;
    private final List<Statement> statements = new ArrayList<>();
    private boolean none;

    ResultReading(EnumSet<Flaw> flaws) {
        this.flaws = flaws;
    }

    ResultHeader of(List<Segment> segments) {
        boolean named = !segments.isEmpty() && isName(segments.getFirst().words());
        String by = named ? name(segments.getFirst()) : "";
        if (!named) {
            flaws.add(Flaw.NO_SERVER);
        }
        segments.subList(named ? 1 : 0, segments.size())
                .forEach(segment -> entries(segment, segment.words(), EnumSet.noneOf(Flaw.class)));
        if (none && !statements.isEmpty()) {
            flaws.add(Flaw.NONE_BESIDE_OTHERS);
        }
        if (!none && statements.isEmpty()) {
            flaws.add(Flaw.NO_RESULT);
        }
        return new ResultHeader(by, statements, flaws);
    }

    private static boolean isName(List<Word> words) {
        return !words.isEmpty() && !words.getFirst().pair();
    }

    /// The authserv-id; what stands behind it and its version lacks a semicolon.
    private String name(Segment first) {
        List<Word> rest = first.words().subList(1, first.words().size()).stream()
                .dropWhile(ResultReading::isVersion)
                .toList();
        if (rest.isEmpty()) {
            flaws.addAll(first.flaws());
        } else {
            flaws.add(Flaw.NO_SEMICOLON);
            entries(first, rest, EnumSet.of(Flaw.NO_SEMICOLON));
        }
        return first.words().getFirst().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isVersion(Word word) {
        return !word.pair() && word.name().chars().allMatch(Character::isDigit);
    }

    /// One entry per segment, or more where semicolons between them are missing.
    private void entries(Segment segment, List<Word> words, EnumSet<Flaw> known) {
        EnumSet<Flaw> ofSegment = known.clone();
        ofSegment.addAll(segment.flaws());
        int start = 0;
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).pair() && Vocabulary.isMethod(method(words.get(i)))) {
                entry(words.subList(start, i), segment.comments(), ofSegment);
                ofSegment.add(Flaw.NO_SEMICOLON);
                start = i;
            }
        }
        entry(words.subList(start, words.size()), segment.comments(), ofSegment);
    }

    private void entry(List<Word> words, List<String> comments, EnumSet<Flaw> ofSegment) {
        boolean nothing = words.size() == 1 && words.getFirst().name().equalsIgnoreCase("none");
        if (nothing) {
            none = true;
        } else if (isStatement(words)) {
            statement(words, comments, ofSegment);
        } else {
            loose(words, comments, ofSegment);
        }
    }

    private static boolean isStatement(List<Word> words) {
        Word first = words.isEmpty() ? new Word("", "", false) : words.getFirst();
        return first.pair() ? first.name().indexOf('.') < 0 : Vocabulary.isMethod(method(first));
    }

    private void statement(List<Word> words, List<String> comments, EnumSet<Flaw> ofSegment) {
        if (statements.size() >= MOST_STATEMENTS) {
            flaws.add(Flaw.TOO_LONG);
            return;
        }
        String method = method(words.getFirst());
        String result = words.getFirst().value().toLowerCase(Locale.ROOT);
        EnumSet<Flaw> all = ofResult(method, result);
        all.addAll(ofSegment);
        statements.add(new Statement(
                method, result, Vocabulary.domain(method, words), Vocabulary.detail(method, words, comments), all));
    }

    static EnumSet<Flaw> ofResult(String method, String result) {
        if (result.isEmpty()) {
            return EnumSet.of(Flaw.NO_RESULT);
        }
        return Vocabulary.isResult(method, result) ? EnumSet.noneOf(Flaw.class) : EnumSet.of(Flaw.UNKNOWN_RESULT);
    }

    /// Properties that a semicolon parted from their result, or words that say nothing.
    private void loose(List<Word> words, List<String> comments, EnumSet<Flaw> ofSegment) {
        flaws.addAll(ofSegment);
        if (statements.isEmpty() || words.stream().noneMatch(Word::pair)) {
            flaws.add(Flaw.NO_RESULT);
            return;
        }
        Statement last = statements.removeLast();
        EnumSet<Flaw> all = EnumSet.of(Flaw.MISPLACED_SEMICOLON);
        all.addAll(last.flaws());
        String domain = last.domain().isEmpty() ? Vocabulary.domain(last.method(), words) : last.domain();
        String detail = last.detail().isEmpty() ? Vocabulary.detail(last.method(), words, comments) : last.detail();
        statements.add(new Statement(last.method(), last.result(), domain, detail, all));
    }

    /// `spf/1` is `spf`.
    private static String method(Word word) {
        int slash = word.name().indexOf('/');
        return (slash < 0 ? word.name() : word.name().substring(0, slash)).toLowerCase(Locale.ROOT);
    }
}
