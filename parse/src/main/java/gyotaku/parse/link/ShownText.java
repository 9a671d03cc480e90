package gyotaku.parse.link;

/// Text of a link as it is listed: blanks collapsed, at most 300 characters.
final class ShownText {

    private static final int LONGEST = 300;

    private ShownText() {}

    static String of(CharSequence text) {
        return of(text, LONGEST);
    }

    static String of(CharSequence text, int longest) {
        StringBuilder out = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < text.length() && out.length() < longest; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                blank = true;
                continue;
            }
            if (blank && !out.isEmpty()) {
                out.append(' ');
            }
            out.append(c);
            blank = false;
        }
        boolean half = !out.isEmpty() && Character.isHighSurrogate(out.charAt(out.length() - 1));
        return half ? out.substring(0, out.length() - 1) : out.toString();
    }
}
