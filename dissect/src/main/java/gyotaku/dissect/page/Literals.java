package gyotaku.dissect.page;

import java.util.ArrayList;
import java.util.List;

/// The strings and rows of numbers in a script (ECMAScript, sections 12.9.4 and 12.9.6; VBScript alike). Nothing runs:
/// neighbours joined by `+` are one string, and that is all that is computed.
final class Literals {

    /// @param before the code that stands before it, blanks left out
    record Literal(String before, String value) {}

    private static final int MOST = 20_000;
    private static final int BEFORE = 60;

    /// Fewer numbers in a row say nothing.
    private static final int FEWEST_NUMBERS = 12;

    private final String code;
    private final List<Literal> found = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();
    private int at;

    private Literals(String code) {
        this.code = code;
    }

    static List<Literal> in(String code) {
        Literals literals = new Literals(code);
        literals.read();
        return List.copyOf(literals.found);
    }

    private void read() {
        while (at < code.length() && found.size() < MOST) {
            char c = code.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                add(strings());
            } else if (code.startsWith("//", at) || code.startsWith("/*", at)) {
                comment();
            } else if (c >= '0' && c <= '9' && !isWord(at - 1)) {
                numbers();
            } else {
                remember(c);
                at++;
            }
        }
    }

    private void remember(char c) {
        if (c > ' ') {
            before.append(c);
            if (before.length() > 4 * BEFORE) {
                before.delete(0, before.length() - BEFORE);
            }
        }
    }

    private void add(String value) {
        String context = before.length() > BEFORE ? before.substring(before.length() - BEFORE) : before.toString();
        found.add(new Literal(context, value));
        before.append('"');
    }

    private boolean isWord(int index) {
        return index >= 0 && (Character.isLetterOrDigit(code.charAt(index)) || "_$.".indexOf(code.charAt(index)) >= 0);
    }

    private void comment() {
        boolean line = code.charAt(at + 1) == '/';
        int end = line ? code.indexOf('\n', at) : code.indexOf("*/", at + 2);
        at = end < 0 ? code.length() : end + (line ? 1 : 2);
    }

    /// A string and those that are added to it.
    private String strings() {
        StringBuilder value = new StringBuilder();
        boolean more = true;
        while (more) {
            string(value);
            int next = blanks(at);
            boolean plus = next < code.length() && (code.charAt(next) == '+' || code.charAt(next) == '&');
            int start = plus ? blanks(next + 1) : next;
            more = plus && start < code.length() && "\"'`".indexOf(code.charAt(start)) >= 0;
            at = more ? start : at;
        }
        return value.toString();
    }

    private int blanks(int from) {
        int next = from;
        while (next < code.length() && code.charAt(next) <= ' ') {
            next++;
        }
        return next;
    }

    private void string(StringBuilder value) {
        char quote = code.charAt(at++);
        while (at < code.length() && code.charAt(at) != quote) {
            if (code.charAt(at) == '\n' && quote != '`') {
                return;
            }
            if (code.charAt(at) == '\\' && at + 1 < code.length()) {
                escape(value);
            } else {
                value.append(code.charAt(at++));
            }
        }
        at++;
    }

    private void escape(StringBuilder value) {
        char c = code.charAt(at + 1);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
        int unit = digits == 0 ? -1 : Decoding.hex(code, at + 2, digits);
        if (unit >= 0) {
            value.append((char) unit);
            at += 2 + digits;
            return;
        }
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case '\n' -> {}
            default -> value.append(c);
        }
        at += 2;
    }

    /// Numbers of one byte each, parted by commas: as a string.
    private void numbers() {
        StringBuilder value = new StringBuilder();
        int start = at;
        int end = at;
        int next = at;
        while (next < code.length() && Character.digit(code.charAt(next), 10) >= 0) {
            int stop = next;
            boolean hex = code.startsWith("0x", next);
            int number = 0;
            stop += hex ? 2 : 0;
            while (stop < code.length() && stop - next < 8 && Character.digit(code.charAt(stop), hex ? 16 : 10) >= 0) {
                number = number * (hex ? 16 : 10) + Character.digit(code.charAt(stop), hex ? 16 : 10);
                stop++;
            }
            value.append((char) number);
            end = stop;
            int comma = blanks(stop);
            next = comma < code.length() && code.charAt(comma) == ',' ? blanks(comma + 1) : code.length();
        }
        at = Math.max(end, start + 1);
        if (value.length() >= FEWEST_NUMBERS) {
            add(value.toString());
        }
    }
}
