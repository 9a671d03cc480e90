package gyotaku.parse.mime;

import gyotaku.model.mail.Source;
/// Line ends of a message: LF, with any number of CR before it; CR alone where the sample knows no LF.

final class Lines {

    private final byte[] bytes;
    private final int to;
    private final boolean crEndsLine;

    private Lines(byte[] bytes, int to, boolean crEndsLine) {
        this.bytes = bytes;
        this.to = to;
        this.crEndsLine = crEndsLine;
    }

    /// How much of a sample decides whether CR alone ends its lines.
    private static final int LOOKED_AT = 64 << 10;

    static Lines of(Source source) {
        int cr = 0;
        int lf = 0;
        int stop = Math.min(source.to(), source.from() + LOOKED_AT);
        for (int i = source.from(); i < stop; i++) {
            byte b = source.bytes()[i];
            lf += b == '\n' ? 1 : 0;
            cr += b == '\r' && (i + 1 == stop || source.bytes()[i + 1] != '\n') ? 1 : 0;
        }
        return new Lines(source.bytes(), source.to(), cr > lf);
    }

    boolean crEndsLine() {
        return crEndsLine;
    }

    /// After the line end of the line at `at`, or the end of all.
    int next(int at) {
        for (int i = at; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                return i + 1;
            }
            if (b == '\r' && crEndsLine) {
                return i + 1 < to && bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return to;
    }

    /// The end of a line's text, given where the next line starts.
    int textEnd(int start, int next) {
        int end = next;
        if (end > start && bytes[end - 1] == '\n') {
            end--;
        }
        while (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    /// The end of a part's body: the line end before the boundary line at `boundary` belongs to the boundary
    /// (RFC 2046 section 5.1.1).
    int beforeBoundary(int bodyStart, int boundary) {
        int end = boundary;
        if (end > bodyStart && bytes[end - 1] == '\n') {
            end--;
        }
        return end > bodyStart && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
