package gyotaku.parse.received;

import gyotaku.parse.header.Dates;
import java.util.ArrayList;
import java.util.List;

/// A Received line cut into words and comments, and its date (RFC 5321 section 4.4: everything after the last
/// semicolon that is not in a comment; RFC 5322 section 3.2.2: comments nest and know `\` before a character).
///
/// Quotation marks are plain characters: software that writes a client's HELO unchanged must not let it swallow
/// the rest of the line. A comment that is never closed ends before the last semicolon.
///
/// @param clauses what stands before the date
/// @param date the text after the semicolon, or empty
/// @param tooDeep whether comments were nested deeper than allowed; what lay deeper is left out
record Tokens(List<Token> clauses, String date, boolean tooDeep) {

    static Tokens of(String line, int commentDepth) {
        int date = line.indexOf(';') < 0 ? bareDate(line) : -1;
        if (date >= 0) {
            Tokens clauses = cut(line.substring(0, date), commentDepth);
            return new Tokens(clauses.clauses(), line.substring(date), clauses.tooDeep());
        }
        return cut(line, commentDepth);
    }

    /// Some software leaves the semicolon out: where the longest tail begins that is a date; -1 when none is one.
    private static int bareDate(String line) {
        int date = -1;
        int words = 0;
        int end = line.length();
        for (int at = end; at > 0 && words < LONGEST_DATE && end - at < 200; at--) {
            if (line.charAt(at - 1) <= ' ') {
                words++;
                date = Dates.parse(line.substring(at)).isPresent() ? at : date;
            }
        }
        return date;
    }

    /// Against reading a long line again and again: `Thu, 1 Jan 2026 01:02:03 +0900 (Japan Standard Time)
    /// m=+1.2`.
    private static final int LONGEST_DATE = 12;

    private static Tokens cut(String line, int commentDepth) {
        Scanner scanner = new Scanner(line, commentDepth);
        scanner.run(0, line.length());
        if (scanner.depth > 0) {
            int semicolon = line.lastIndexOf(';');
            return scanner.endingAt(semicolon > scanner.commentStart ? semicolon : line.length());
        }
        return scanner.endingAt(scanner.semicolon < 0 ? line.length() : scanner.semicolon);
    }

    private static final class Scanner {

        private final String line;
        private final int deepest;
        private final List<Token> tokens = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int depth;
        private int commentStart;
        private int semicolon = -1;
        private int tokensBeforeSemicolon;
        private boolean tooDeep;

        Scanner(String line, int deepest) {
            this.line = line;
            this.deepest = deepest;
        }

        void run(int from, int to) {
            for (int at = from; at < to; at++) {
                char c = line.charAt(at);
                if (depth > 0) {
                    at = inComment(c, at);
                } else {
                    outside(c, at);
                }
            }
            if (depth == 0) {
                endWord();
            }
        }

        private void outside(char c, int at) {
            if (c == '(') {
                endWord();
                depth = 1;
                commentStart = at;
            } else if (c == ';') {
                endWord();
                semicolon = at;
                tokensBeforeSemicolon = tokens.size();
            } else if (c <= ' ' || c == ')') {
                endWord();
            } else {
                text.append(c);
            }
        }

        private int inComment(char c, int at) {
            if (c == '\\' && at + 1 < line.length()) {
                keep(line.charAt(at + 1));
                return at + 1;
            }
            if (c == '(') {
                depth++;
            }
            if (c == ')') {
                depth--;
            }
            if (depth == 0) {
                tokens.add(new Token.Comment(taken().strip()));
            } else {
                keep(c);
            }
            return at;
        }

        private void keep(char c) {
            if (depth <= deepest) {
                text.append(c);
            } else {
                tooDeep = true;
            }
        }

        private void endWord() {
            if (!text.isEmpty()) {
                tokens.add(new Token.Word(taken()));
            }
        }

        private String taken() {
            String taken = text.toString();
            text.setLength(0);
            return taken;
        }

        Tokens endingAt(int end) {
            String date = end < line.length() ? line.substring(end + 1).strip() : "";
            if (depth > 0) {
                tokens.add(
                        new Token.Comment(line.substring(commentStart + 1, end).strip()));
                return new Tokens(List.copyOf(tokens), date, tooDeep);
            }
            int count = semicolon < 0 ? tokens.size() : tokensBeforeSemicolon;
            return new Tokens(List.copyOf(tokens.subList(0, count)), date, tooDeep);
        }
    }
}
