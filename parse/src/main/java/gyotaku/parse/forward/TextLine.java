package gyotaku.parse.forward;

import java.util.ArrayList;
import java.util.List;

/// A line of a text.
///
/// @param start of its first character in the text
record TextLine(String text, int start) {

    /// Against one line as long as the text.
    private static final int LONGEST = 4_000;

    static List<TextLine> of(String text, int most) {
        List<TextLine> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length() && lines.size() < most) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            int stop = end < 0 ? text.length() : end;
            stop = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            lines.add(new TextLine(text.substring(at, Math.min(stop, at + LONGEST)), at));
            at = next;
        }
        return lines;
    }

    int end() {
        return start + text.length();
    }

    boolean isBlank() {
        return Quote.stripped(Quote.off(text)).isEmpty();
    }
}
