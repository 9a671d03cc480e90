package gyotaku.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A stretch of a stream, as long as it is needed: bytes can be looked at by their place in it until they are
/// forgotten.
final class Window {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[CHUNK];
    private int from;
    private int to;
    private boolean ended;

    Window(InputStream in) {
        this.in = in;
    }

    /// The byte that many after the first that is kept, or -1 when the stream ends before it.
    int at(int i) throws IOException {
        while (from + i >= to && !ended) {
            fill();
        }
        return from + i < to ? bytes[from + i] & 0xff : -1;
    }

    /// The place after the line that begins there, its line end included, or after so many bytes of a longer line.
    int afterLine(int start, int most) throws IOException {
        for (int i = start; i - start < most; i++) {
            int b = at(i);
            if (b < 0 || b == '\n') {
                return b < 0 ? i : i + 1;
            }
        }
        return start + most;
    }

    byte[] copy(int start, int end) {
        return Arrays.copyOfRange(bytes, from + start, from + end);
    }

    /// The first so many bytes, which are then forgotten.
    byte[] take(int count) {
        byte[] taken = copy(0, count);
        from += count;
        return taken;
    }

    private void fill() throws IOException {
        if (from > bytes.length / 2) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, to, bytes.length - to);
        ended = read < 0;
        to += Math.max(read, 0);
    }
}
