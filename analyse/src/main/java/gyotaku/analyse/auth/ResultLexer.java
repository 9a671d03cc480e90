package gyotaku.analyse.auth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Takes a structured header apart: semicolons part segments, white space and comments (RFC 5322 section 3.2.2,
/// nested) part words, a quoted string keeps both. CFWS may stand wherever RFC 8601 section 2.2 has it: around
/// `=`, `/` and `.`.
///
/// Every character is looked at a bounded number of times, whatever is open or missing.
final class ResultLexer {

    /// `smtp`, `.`, `mailfrom`; bounded, since a name that turns out not to be one is read again.
    private static final int MOST_JOINS = 3;

    /// A word, or a name and its value.
    ///
    /// @param name as written, `smtp.mailfrom`
    /// @param value without its quotes, or empty
    /// @param pair whether a `=` stands between
    record Word(String name, String value, boolean pair) {}

    /// What stands between two semicolons.
    record Segment(List<Word> words, List<String> comments, Set<Flaw> flaws) {}

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private List<String> comments = new ArrayList<>();
    private EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    private int at;

    private ResultLexer(String text) {
        this.text = text;
    }

    /// The segments that hold anything.
    static List<Segment> segments(String text) {
        return new ResultLexer(text).all();
    }

    private List<Segment> all() {
        while (at < text.length()) {
            skip();
            if (is(';')) {
                at++;
                close();
            } else if (at < text.length()) {
                words.add(word());
            }
        }
        close();
        return segments;
    }

    private void close() {
        if (!words.isEmpty() || !flaws.isEmpty()) {
            segments.add(new Segment(words, comments, flaws));
        }
        words = new ArrayList<>();
        comments = new ArrayList<>();
        flaws = EnumSet.noneOf(Flaw.class);
    }

    private Word word() {
        String name = name();
        int behind = at;
        skip();
        if (!is('=')) {
            at = behind;
            return new Word(name, "", false);
        }
        at++;
        return new Word(name, value(name), true);
    }

    /// `smtp . mailfrom` and `spf / 1` as one word, when a `=` follows.
    private String name() {
        String name = run(true);
        int end = at;
        StringBuilder joined = new StringBuilder(name);
        for (int joins = 0; joins < MOST_JOINS && goesOn(joined); joins++) {
            joined.append(run(true));
        }
        int joinedEnd = at;
        skipQuietly();
        boolean pair = is('=');
        at = pair ? joinedEnd : end;
        return pair ? joined.toString() : name;
    }

    /// Goes over white space to what belongs to the same name: a `.` or `/` that follows, or whatever follows
    /// one.
    private boolean goesOn(StringBuilder name) {
        char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
        int before = at;
        skipQuietly();
        boolean more = at > before && (is('.') || is('/') || last == '.' || last == '/');
        if (!more || at == text.length() || is('=') || is(';')) {
            at = before;
            return false;
        }
        return true;
    }

    private String value(String name) {
        int before = at;
        skip();
        int start = at;
        boolean quoted = is('"');
        String value = run(false);
        boolean another = at > start && start > before && !quoted && looksLikePair(value);
        if (another) {
            at = before;
            return "";
        }
        if (is('(') && !value.isEmpty() && name.indexOf('.') >= 0) {
            flaws.add(Flaw.GLUED_COMMENT);
        }
        return value;
    }

    /// After `smtp.mail= dkim=pass` the value is missing, not `dkim=pass`.
    private static boolean looksLikePair(String value) {
        int equals = value.indexOf('=');
        return equals > 0 && equals < value.length() - 1 && value.charAt(equals + 1) != '=';
    }

    /// Characters up to white space, a comment or a semicolon; quoted strings among them without their quotes.
    private String run(boolean name) {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted(out);
            } else if (isBlank(c) || c == ';' || c == '(' || c == ')' || c == '=' && name) {
                break;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void quoted(StringBuilder out) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            out.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
        }
        flaws.add(Flaw.OPEN_QUOTE);
    }

    /// Over white space and comments.
    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                comment();
            } else if (c == ')') {
                flaws.add(Flaw.PARENTHESES);
                at++;
            } else if (isBlank(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    /// The same, when the way may have to be gone again.
    private void skipQuietly() {
        int known = comments.size();
        EnumSet<Flaw> before = flaws.clone();
        skip();
        comments = new ArrayList<>(comments.subList(0, known));
        flaws = before;
    }

    private void comment() {
        int start = at + 1;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                comments.add(text.substring(start, at - 1));
                return;
            }
        }
        at = text.length();
        comments.add(text.substring(Math.min(start, at)));
        flaws.add(Flaw.PARENTHESES);
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
