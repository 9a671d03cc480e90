package gyotaku.dissect.office;

import java.util.Locale;

/// Addresses in binary streams.
final class Embedded {

    private static final int LONGEST = 2_048;

    private Embedded() {}

    /// The first address of another machine in `letters`, up to the first letter that stands in no address; or empty.
    static String firstRemote(String letters) {
        String lower = letters.toLowerCase(Locale.ROOT);
        int first = -1;
        for (String start : new String[] {"http://", "https://", "ftp://", "file://", "\\\\"}) {
            int at = lower.indexOf(start);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        if (first < 0) {
            return "";
        }
        int end = first;
        while (end < letters.length() && end - first < LONGEST && isOfAddress(letters.charAt(end))) {
            end++;
        }
        return letters.substring(first, end);
    }

    private static boolean isOfAddress(char c) {
        return c > ' ' && c < 0x7f && "<>\"{}^`".indexOf(c) < 0;
    }
}
