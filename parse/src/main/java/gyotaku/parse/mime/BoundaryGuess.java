package gyotaku.parse.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The boundary that a multipart really has, when the one that it names is not in its body: mail programs disagree on
/// quoting in Content-Type, and hostile mails use that to hide parts.
final class BoundaryGuess {

    private static final String FIELD = "content-";

    /// Longer lines of hyphens and text are no boundary.
    private static final int LONGEST = 200;

    /// Against a body of nothing but boundaries.
    private static final int MOST = 4;

    /// How far a boundary line may be indented for lenient programs.
    private static final int INDENTED = 4;

    private BoundaryGuess() {}

    /// What follows `--` on the first line below which a field of a part begins; empty when there is none.
    static String in(byte[] bytes, Lines lines, int from, int to) {
        int at = from;
        while (at < to) {
            int next = lines.next(at);
            int end = lines.textEnd(at, next);
            boolean hyphens = end - at > 2 && end - at < LONGEST && bytes[at] == '-' && bytes[at + 1] == '-';
            if (hyphens && beginsField(bytes, next, to)) {
                return text(bytes, at + 2, end);
            }
            at = next;
        }
        return "";
    }

    /// What follows `--` on such lines, also indented ones, each once, without those that are known already.
    static List<String> others(byte[] bytes, int from, int to, Set<String> known) {
        Set<String> found = new LinkedHashSet<>();
        int at = from;
        while (at < to && found.size() < MOST) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            int start = at;
            while (start < end && start < at + INDENTED && (bytes[start] == ' ' || bytes[start] == '\r')) {
                start++;
            }
            int next = end + 1;
            boolean hyphens =
                    end - start > 1 && end - start < LONGEST && bytes[start] == '-' && bytes[start + 1] == '-';
            if (hyphens && beginsField(bytes, next, to)) {
                String boundary = text(bytes, start + 2, end);
                if (!known.contains(boundary)) {
                    found.add(boundary);
                }
            }
            at = next;
        }
        return List.copyOf(found);
    }

    private static boolean beginsField(byte[] bytes, int at, int to) {
        if (at + FIELD.length() > to) {
            return false;
        }
        for (int i = 0; i < FIELD.length(); i++) {
            if ((bytes[at + i] | (i == FIELD.length() - 1 ? 0 : 0x20)) != FIELD.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            out.append((char) (bytes[i] & 255));
        }
        return out.toString().stripTrailing();
    }
}
