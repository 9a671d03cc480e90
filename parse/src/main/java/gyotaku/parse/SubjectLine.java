package gyotaku.parse;

import gyotaku.model.mail.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The subject without what filters on the way put before it.
///
/// @param marks those, as written
record SubjectLine(String text, List<String> marks) {

    /// What filters write, in lower case, without the signs around it.
    private static final Set<String> WORDS = Set.of(
            "spam",
            "spam?",
            "spam!",
            "meiwaku",
            "meiwaku mail",
            "迷惑メール",
            "迷惑メール?",
            "迷惑メールの可能性",
            "迷惑メール判定",
            "迷惑",
            "スパム",
            "スパムメール",
            "suspected spam",
            "suspected_spam",
            "possible spam",
            "probable spam",
            "probable-spam",
            "suspicious",
            "bulk",
            "junk",
            "virus",
            "phishing",
            "suspected phishing",
            "フィッシング",
            "詐欺メール",
            "なりすまし",
            "なりすましメール",
            "external",
            "外部",
            "外部メール",
            "社外",
            "ext");

    /// Against a subject of nothing but marks.
    private static final int MOST = 8;

    private static final int LONGEST = 40;

    static SubjectLine of(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.is("Subject"))
                .findFirst()
                .map(header -> of(header.value()))
                .orElseGet(() -> new SubjectLine("", List.of()));
    }

    static SubjectLine of(String subject) {
        List<String> marks = new ArrayList<>();
        String rest = subject.strip();
        int end = markEnd(rest);
        while (end > 0 && marks.size() < MOST) {
            marks.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
            end = markEnd(rest);
        }
        return new SubjectLine(rest, marks);
    }

    /// After the mark that the subject begins with, or -1: `[word]`, `【word】`, `(word)`, `***word***`, `{word}`,
    /// `word:`.
    private static int markEnd(String subject) {
        if (subject.isEmpty()) {
            return -1;
        }
        return switch (subject.charAt(0)) {
            case '[' -> enclosed(subject, ']');
            case '【' -> enclosed(subject, '】');
            case '［' -> enclosed(subject, '］');
            case '(' -> enclosed(subject, ')');
            case '{' -> enclosed(subject, '}');
            case '<' -> enclosed(subject, '>');
            case '*' -> run(subject, '*');
            case '#' -> run(subject, '#');
            case '-' -> run(subject, '-');
            default -> subject.regionMatches(true, 0, "SPAM:", 0, 5) ? 5 : -1;
        };
    }

    private static int enclosed(String subject, char close) {
        int end = subject.indexOf(close);
        return end > 1 && end <= LONGEST && isMark(subject.substring(1, end)) ? end + 1 : -1;
    }

    private static int run(String subject, char sign) {
        int start = 0;
        while (start < subject.length() && subject.charAt(start) == sign) {
            start++;
        }
        int end = subject.indexOf(sign, start);
        if (start < 2 || end < 0 || end - start > LONGEST || !isMark(subject.substring(start, end))) {
            return -1;
        }
        while (end < subject.length() && subject.charAt(end) == sign) {
            end++;
        }
        return end;
    }

    /// One of the words, also with a score behind it as `SPAM 12.3`.
    private static boolean isMark(String content) {
        String word = content.strip().toLowerCase(Locale.ROOT).replace('？', '?');
        int end = word.length();
        while (end > 0 && " 0123456789.,:%/-+".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return WORDS.contains(word) || WORDS.contains(word.substring(0, end));
    }
}
