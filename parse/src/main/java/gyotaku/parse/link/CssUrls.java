package gyotaku.parse.link;

import java.util.ArrayList;
import java.util.List;

/// Loads that a style sheet asks for: `url(…)` and `@import "…"` (CSS Syntax 3, section 4.3.6). One pass.
final class CssUrls {

    /// @param start first character of the URL
    /// @param end exclusive
    record Load(String url, int start, int end) {}

    private CssUrls() {}

    static List<Load> in(String css) {
        List<Load> loads = new ArrayList<>();
        int at = 0;
        while (at < css.length()) {
            if (css.startsWith("/*", at)) {
                int close = css.indexOf("*/", at + 2);
                at = close < 0 ? css.length() : close + 2;
            } else if (css.regionMatches(true, at, "url(", 0, 4)) {
                at = load(css, at + 4, loads);
            } else if (css.regionMatches(true, at, "@import", 0, 7)) {
                int start = blanks(css, at + 7);
                at = start < css.length() && isQuote(css.charAt(start)) ? load(css, start, loads) : at + 7;
            } else {
                at++;
            }
        }
        return loads;
    }

    private static int load(String css, int from, List<Load> loads) {
        int start = blanks(css, from);
        if (start >= css.length()) {
            return css.length();
        }
        boolean quoted = isQuote(css.charAt(start));
        int end = quoted ? css.indexOf(css.charAt(start), start + 1) : css.indexOf(')', start);
        end = end < 0 ? css.length() : end;
        int first = quoted ? start + 1 : start;
        String url = unescaped(css.substring(first, end)).strip();
        if (!url.isEmpty()) {
            loads.add(new Load(url, first, end));
        }
        return Math.min(end + 1, css.length());
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static int blanks(String css, int from) {
        int at = from;
        while (at < css.length() && css.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /// Section 4.3.7: a backslash and one to six hexadecimal digits, or any other character.
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\' || i + 1 == text.length()) {
                out.append(text.charAt(i));
                continue;
            }
            int digits = hexDigits(text, i + 1);
            if (digits == 0) {
                out.append(text.charAt(++i));
                continue;
            }
            int c = Integer.parseInt(text, i + 1, i + 1 + digits, 16);
            out.appendCodePoint(c == 0 || c > Character.MAX_CODE_POINT ? 0xfffd : c);
            i += digits;
            if (i + 1 < text.length() && text.charAt(i + 1) == ' ') {
                i++;
            }
        }
        return out.toString();
    }

    private static int hexDigits(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < 6
                && text.charAt(at) < 128
                && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        return at - from;
    }
}
