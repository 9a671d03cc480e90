package gyotaku.dissect.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The unfolded lines `NAME;PARAMETER=…:value` of RFC 5545 section 3.1 and RFC 6350 section 3.2.
final class ContentLines {

    /// Against calendars of a million lines.
    private static final int MOST = 20_000;

    private static final int LONGEST = 1 << 18;

    /// @param name upper case, without a group before it
    /// @param parameters as written
    record Line(String name, String parameters, String value) {

        /// The value with its escapes undone (RFC 5545 section 3.3.11).
        String text() {
            StringBuilder out = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\' && i + 1 < value.length()) {
                    i++;
                    char escaped = value.charAt(i);
                    out.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }
    }

    private ContentLines() {}

    static List<Line> of(byte[] bytes) {
        List<StringBuilder> unfolded = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\\R", MOST)) {
            boolean continued = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (continued && !unfolded.isEmpty()) {
                if (unfolded.getLast().length() < LONGEST) {
                    unfolded.getLast().append(line, 1, line.length());
                }
            } else {
                unfolded.add(new StringBuilder(line));
            }
        }
        return unfolded.stream().map(line -> line(line.toString())).toList();
    }

    /// A colon in quotation marks belongs to a parameter.
    private static Line line(String line) {
        boolean quoted = false;
        int colon = -1;
        for (int i = 0; i < line.length() && colon < 0; i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            colon = c == ':' && !quoted ? i : -1;
        }
        String head = colon < 0 ? line : line.substring(0, colon);
        int semicolon = head.indexOf(';');
        String name = semicolon < 0 ? head : head.substring(0, semicolon);
        return new Line(
                name.substring(name.lastIndexOf('.') + 1).strip().toUpperCase(Locale.ROOT),
                semicolon < 0 ? "" : head.substring(semicolon + 1),
                colon < 0 ? "" : line.substring(colon + 1));
    }
}
