package gyotaku.parse.transfer;

/// Quoted-printable (RFC 2045 section 6.7), lenient: lower-case digits pass, a `=` that begins nothing stays as it is,
/// blanks at the end of a line are left out. As `Q` of RFC 2047 section 4.2 the underscore is a blank.
final class QuotedPrintableDecoder {

    private QuotedPrintableDecoder() {}

    static void decode(byte[] bytes, int from, int to, Output out) {
        int lineStart = 0;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b == '=') {
                int line = softBreak(bytes, i + 1, to);
                i = line > 0 ? line : escaped(bytes, i, to, out);
                lineStart = out.size();
            } else {
                if (b == '\n' || b == '\r') {
                    out.dropBlanks(lineStart);
                }
                out.put(b, i++);
                lineStart = b == '\n' || b == '\r' ? out.size() : lineStart;
            }
        }
    }

    static void decodeQ(byte[] bytes, int from, int to, Output out) {
        int i = from;
        while (i < to) {
            if (bytes[i] == '=') {
                i = escaped(bytes, i, to, out);
            } else {
                out.put(bytes[i] == '_' ? ' ' : bytes[i], i);
                i++;
            }
        }
    }

    /// After the line end of a soft line break, or -1.
    private static int softBreak(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        if (i == to) {
            return to;
        }
        if (bytes[i] == '\r') {
            return i + 1 < to && bytes[i + 1] == '\n' ? i + 2 : i + 1;
        }
        return bytes[i] == '\n' ? i + 1 : -1;
    }

    private static int escaped(byte[] bytes, int at, int to, Output out) {
        int high = at + 2 < to ? Character.digit(bytes[at + 1], 16) : -1;
        int low = at + 2 < to ? Character.digit(bytes[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            out.fault(at);
            out.put('=', at);
            return at + 1;
        }
        out.put(high << 4 | low, at);
        return at + 3;
    }
}
