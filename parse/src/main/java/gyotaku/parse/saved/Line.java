package gyotaku.parse.saved;

import gyotaku.model.mail.Source;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A line of a text that somebody copied.
///
/// @param end of its text
/// @param next start of the line below it
record Line(Source source, int start, int end, int next) {

    /// Against a name that is looked for without end; no field of a mail has a longer one.
    private static final int LONGEST_NAME = 80;

    static Line at(Source source, int start) {
        int next = start;
        while (next < source.to() && source.bytes()[next] != '\n') {
            next++;
        }
        int end = next;
        while (end > start && source.bytes()[end - 1] == '\r') {
            end--;
        }
        return new Line(source, start, end, Math.min(next + 1, source.to()));
    }

    Line below() {
        return at(source, next);
    }

    boolean isLast() {
        return next >= source.to();
    }

    /// The blanks that it begins with.
    int indent() {
        int i = start;
        while (i < end && (source.bytes()[i] == ' ' || source.bytes()[i] == '\t')) {
            i++;
        }
        return i - start;
    }

    boolean isBlank() {
        return start + indent() == end;
    }

    boolean startsWith(String ascii) {
        return end - start >= ascii.length()
                && new String(source.bytes(), start, ascii.length(), StandardCharsets.ISO_8859_1).equals(ascii);
    }

    /// In small letters the name of the header field that begins after so many bytes, or empty. It is of letters,
    /// digits, `-` and `_`, so that the pieces of a value (`h=from:to`, `10:00:00`, `https://`) are none.
    String fieldName(int skipped) {
        int from = start + skipped;
        int i = from;
        while (i < end && i - from < LONGEST_NAME && isOfName(source.bytes()[i])) {
            i++;
        }
        boolean named = i > from && !isDigit(source.bytes()[from]) && i < end && source.bytes()[i] == ':';
        boolean url = i + 2 < end && source.bytes()[i + 1] == '/' && source.bytes()[i + 2] == '/';
        return named && !url
                ? new String(source.bytes(), from, i - from, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT)
                : "";
    }

    String fieldName() {
        return fieldName(0);
    }

    private static boolean isOfName(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || isDigit(b) || b == '-' || b == '_';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    String text() {
        return new String(source.bytes(), start, end - start, StandardCharsets.UTF_8);
    }
}
