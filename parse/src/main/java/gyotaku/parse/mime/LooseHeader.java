package gyotaku.parse.mime;

import gyotaku.model.mail.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The MIME fields of a header and the starts of its body as the most lenient programs would find them: behind blanks
/// and control characters, without a colon or with two, below an empty first line.
///
/// @param types values of Content-Type, in order
/// @param encodings values of Content-Transfer-Encoding, in order
/// @param dispositions values of Content-Disposition, in order
/// @param bodies where its body may begin, in order
record LooseHeader(List<String> types, List<String> encodings, List<String> dispositions, List<Integer> bodies) {

    /// Against reading a long body as a header.
    private static final int MOST_LINES = 400;

    /// Longer values say nothing that a program would read.
    private static final int LONGEST_VALUE = 8 << 10;

    /// Lines that are no fields below the fields: the body may begin at each or below it.
    private static final int STRAY_LINES = 2;

    /// Whether a line begins, behind blanks and control characters, as a field of MIME.
    static boolean isMimeField(byte[] bytes, int start, int end) {
        int at = behindBlanks(bytes, start, end);
        return starts(bytes, at, end, "content-type")
                || starts(bytes, at, end, "content-transfer-encoding")
                || starts(bytes, at, end, "content-disposition");
    }

    static LooseHeader read(Source source, int start, int end) {
        LooseHeader header =
                new LooseHeader(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byte[] bytes = source.bytes();
        int at = start;
        int strays = 0;
        boolean found = false;
        for (int line = 0; line < MOST_LINES && at < end; line++) {
            int next = next(bytes, at, end);
            int text = textEnd(bytes, at, next);
            int word = behindBlanks(bytes, at, text);
            if (isMimeField(bytes, at, text)) {
                next = header.add(bytes, word, end);
                found = true;
            } else if (word == text) {
                boolean below = next < end && !found && isMimeField(bytes, next, next(bytes, next, end));
                if (!below) {
                    header.bodies.add(next);
                }
                if (text == at && !below) {
                    break;
                }
            } else if (found && strays < STRAY_LINES && !isField(bytes, at, text)) {
                strays++;
                header.bodies.add(at);
                header.bodies.add(next);
            }
            at = next;
        }
        return header;
    }

    /// Reads a field with its folded lines; where the next begins.
    private int add(byte[] bytes, int start, int end) {
        int at = next(bytes, start, end);
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t') && !isMimeField(bytes, at, next(bytes, at, end))) {
            at = next(bytes, at, end);
        }
        int nameEnd = start;
        while (nameEnd < at && (bytes[nameEnd] > ' ' && bytes[nameEnd] != ':')) {
            nameEnd++;
        }
        String name = text(bytes, start, nameEnd).toLowerCase(Locale.ROOT);
        int value = nameEnd;
        while (value < at && (bytes[value] <= ' ' && bytes[value] >= 0 || bytes[value] == ':')) {
            value++;
        }
        String body = text(bytes, value, Math.min(at, value + LONGEST_VALUE))
                .replace("\r", "")
                .replace("\n", "");
        switch (name) {
            case "content-type" -> types.add(body);
            case "content-transfer-encoding" -> encodings.add(body);
            case "content-disposition" -> dispositions.add(body);
            default -> {}
        }
        return at;
    }

    private static boolean isField(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] > ' ' && bytes[at] != ':') {
            at++;
        }
        return at > start && at < end && bytes[at] == ':' || bytes[start] == ' ' || bytes[start] == '\t';
    }

    private static int behindBlanks(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static boolean starts(byte[] bytes, int at, int end, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(bytes[at + i] & 255) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// After a line end, which may be a CR alone here.
    private static int next(byte[] bytes, int at, int end) {
        for (int i = at; i < end; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
            if (bytes[i] == '\r' && i > at && (i + 1 == end || bytes[i + 1] != '\n' && bytes[i + 1] != '\r')) {
                return i + 1;
            }
        }
        return end;
    }

    private static int textEnd(byte[] bytes, int start, int next) {
        int end = next;
        while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
