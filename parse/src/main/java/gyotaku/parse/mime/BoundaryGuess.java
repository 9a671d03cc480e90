package gyotaku.parse.mime;

/// The boundary that a multipart really has, when the one that it names is not in its body: mail programs disagree on
/// quoting in Content-Type, and hostile mails use that to hide parts.
final class BoundaryGuess {

    private static final String FIELD = "content-";

    /// Longer lines of hyphens and text are no boundary.
    private static final int LONGEST = 200;

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
