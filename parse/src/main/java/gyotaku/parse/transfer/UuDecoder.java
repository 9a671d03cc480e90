package gyotaku.parse.transfer;

/// Uuencode: the lines between `begin` and `end` (POSIX uuencode), lenient: without a `begin` all lines are data.
final class UuDecoder {

    private final byte[] bytes;
    private final int to;
    private final Output out;

    private UuDecoder(byte[] bytes, int to, Output out) {
        this.bytes = bytes;
        this.to = to;
        this.out = out;
    }

    static void decode(byte[] bytes, int from, int to, Output out) {
        new UuDecoder(bytes, to, out).decode(from);
    }

    private void decode(int from) {
        int at = from;
        boolean begun = !begins(from);
        while (at < to) {
            int end = lineEnd(at);
            if (begun && starts(at, "end")) {
                return;
            }
            if (begun) {
                line(at, end);
            }
            begun |= starts(at, "begin ");
            at = end + 1;
        }
        out.fault(to);
    }

    private boolean begins(int from) {
        for (int at = from; at < to; at = lineEnd(at) + 1) {
            if (starts(at, "begin ")) {
                return true;
            }
        }
        return false;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private boolean starts(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= to || bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void line(int at, int end) {
        int left = at < end ? bytes[at] - ' ' & 63 : 0;
        for (int i = at + 1; left > 0; i += 4) {
            if (i + 1 >= end) {
                out.fault(end);
                return;
            }
            int group = six(i, end) << 18 | six(i + 1, end) << 12 | six(i + 2, end) << 6 | six(i + 3, end);
            for (int part = 0; part < 3 && left > 0; part++, left--) {
                out.put(group >> 16 - 8 * part, i + part);
            }
        }
    }

    private int six(int at, int end) {
        return at < end ? bytes[at] - ' ' & 63 : 0;
    }
}
