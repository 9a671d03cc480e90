package gyotaku.parse.forward;

/// A line of quoted text.
final class Quote {

    private Quote() {}

    /// The line without the `>` and blanks in front of it.
    static String off(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == '|' || isBlank(line.charAt(i)))) {
            i++;
        }
        return line.substring(i);
    }

    /// Without blanks at both ends, those of layouts included (no-break space, ideographic space).
    static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\ufeff' || c == '\u200b';
    }
}
