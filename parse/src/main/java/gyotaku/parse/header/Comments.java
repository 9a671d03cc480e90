package gyotaku.parse.header;

/// Comments (RFC 5322 section 3.2.2).
final class Comments {

    private Comments() {}

    /// Against scanning to the end again for each of many comments that never close.
    private static final int LONGEST = 4096;

    /// After the comment that opens at `open`. One that does not close, or holds more comments in comments than
    /// `depth`, is read as if it closed at the next `)`, or as a lone parenthesis when there is none.
    static int after(String text, int open, int depth) {
        int level = 0;
        int bound = Math.min(text.length(), open + LONGEST);
        for (int i = open; i < bound; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                level = Math.min(level + 1, depth);
            } else if (c == ')' && --level == 0) {
                return i + 1;
            }
        }
        int close = text.indexOf(')', open);
        return close < 0 ? text.length() : close + 1;
    }
}
