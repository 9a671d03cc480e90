package gyotaku.parse.url;

/// Character classes of the URL Standard, on code points.
final class Ascii {

    private Ascii() {}

    static boolean isAlpha(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append((char) lower(text.charAt(i)));
        }
        return out.toString();
    }

    /// The value of a hexadecimal digit, or -1.
    static int hex(int c) {
        int lower = lower(c);
        return isDigit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
