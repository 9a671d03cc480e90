package gyotaku.analyse.auth.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A macro-string read into its pieces (RFC 7208 section 7.1).
///
/// ```
/// macro-expand = ( "%{" macro-letter transformers *delimiter "}" ) / "%%" / "%_" / "%-"
/// transformers = *DIGIT [ "r" ]
/// domain-end   = ( "." toplabel [ "." ] ) / macro-expand
/// ```
public record DomainSpec(String text, List<Piece> pieces) {

    public DomainSpec {
        pieces = List.copyOf(pieces);
    }

    sealed interface Piece {
        record Literal(String text) implements Piece {}

        /// @param letter lower case
        /// @param escaped whether the letter was upper case: the value is URL-escaped
        /// @param keep how many right-hand parts stay, 0 for all
        record Macro(char letter, boolean escaped, int keep, boolean reversed, String delimiters) implements Piece {}
    }

    /// Where a macro-string stands decides which letters it may hold.
    enum Use {
        DOMAIN("slodiphv"),
        EXPLANATION("slodiphvcrt");

        private final String letters;

        Use(String letters) {
            this.letters = letters;
        }
    }

    /// A domain-spec: a macro-string that ends in a top label or a macro.
    static DomainSpec domain(String text) throws SyntaxProblem {
        DomainSpec spec = macros(text, Use.DOMAIN);
        boolean macroEnd = !spec.pieces.isEmpty() && spec.pieces.getLast() instanceof Piece.Macro;
        if (!macroEnd && !endsInTopLabel(text)) {
            throw new SyntaxProblem(text);
        }
        return spec;
    }

    private static boolean endsInTopLabel(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        int dot = name.lastIndexOf('.');
        String top = name.substring(dot + 1);
        boolean shaped = dot >= 0 && !top.isEmpty() && top.charAt(0) != '-' && top.charAt(top.length() - 1) != '-';
        return shaped
                && top.chars().allMatch(c -> letter(c) || digit(c) || c == '-')
                && top.chars().anyMatch(c -> !digit(c));
    }

    static DomainSpec macros(String text, Use use) throws SyntaxProblem {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            if (c != '%') {
                literal.append(checked(c, text, use));
                at++;
            } else if (next == '{') {
                int close = text.indexOf('}', at);
                flush(literal, pieces);
                pieces.add(macro(text, at + 2, close, use));
                at = close + 1;
            } else {
                literal.append(escape(next, text));
                at += 2;
            }
        }
        flush(literal, pieces);
        return new DomainSpec(text, pieces);
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static char checked(char c, String text, Use use) throws SyntaxProblem {
        boolean space = c == ' ' && use == Use.EXPLANATION;
        if (c > 0x20 && c < 0x7f || space) {
            return c;
        }
        throw new SyntaxProblem(text);
    }

    private static String escape(char sign, String text) throws SyntaxProblem {
        return switch (sign) {
            case '%' -> "%";
            case '_' -> " ";
            case '-' -> "%20";
            default -> throw new SyntaxProblem(text);
        };
    }

    private static Piece.Macro macro(String text, int from, int close, Use use) throws SyntaxProblem {
        if (close <= from) {
            throw new SyntaxProblem(text);
        }
        char letter = text.charAt(from);
        char lower = Character.toLowerCase(letter);
        if (use.letters.indexOf(lower) < 0) {
            throw new SyntaxProblem(text);
        }
        int at = from + 1;
        while (at < close && digit(text.charAt(at))) {
            at++;
        }
        int keep = keep(text.substring(from + 1, at), text);
        boolean reversed = at < close && (text.charAt(at) == 'r' || text.charAt(at) == 'R');
        String delimiters = text.substring(reversed ? at + 1 : at, close);
        if (!delimiters.chars().allMatch(c -> ".-+,/_=".indexOf(c) >= 0)) {
            throw new SyntaxProblem(text);
        }
        return new Piece.Macro(lower, letter != lower, keep, reversed, delimiters.isEmpty() ? "." : delimiters);
    }

    /// 0 when there are no digits; the number 0 itself is forbidden, and 128 parts are more than any name has.
    private static int keep(String digits, String text) throws SyntaxProblem {
        if (digits.isEmpty()) {
            return 0;
        }
        int keep = digits.length() > 3 ? 128 : Math.min(128, Integer.parseInt(digits));
        if (digits.chars().allMatch(c -> c == '0')) {
            throw new SyntaxProblem(text);
        }
        return keep;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    @Override
    public String toString() {
        return text.toLowerCase(Locale.ROOT);
    }
}
