package gyotaku.parse.drawing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/// A drawing in black and white, of which each row has its dark points.
final class Bitmap {

    /// The smallest QR code has 21 modules a side, the largest 177 (ISO/IEC 18004), and there is a margin.
    private static final int SMALLEST = 21;

    private static final int LARGEST = 200;

    /// ISO/IEC 18004, section 9.1: what must be free around a code.
    private static final int MARGIN = 4;

    private static final int POINTS_EACH = 4;

    private final int width;
    private final BitSet[] rows;

    /// @param rows dark points of each row, from the left
    /// @param width no point lies right of it
    Bitmap(int width, BitSet... rows) {
        this.width = width;
        this.rows = rows;
    }

    /// With one point where all runs are a multiple of some number of points; empty when that is nothing like a code.
    Optional<Bitmap> reduced() {
        int left = width;
        int right = 0;
        int across = 0;
        for (BitSet row : rows) {
            if (!row.isEmpty()) {
                left = Math.min(left, row.nextSetBit(0));
                right = Math.max(right, row.length());
            }
        }
        for (BitSet row : rows) {
            for (int at = row.nextSetBit(0); at >= 0; at = row.nextSetBit(row.nextClearBit(at))) {
                across = divisor(across, at - left);
                across = divisor(across, row.nextClearBit(at) - left);
            }
        }
        int top = 0;
        while (top < rows.length && rows[top].isEmpty()) {
            top++;
        }
        int bottom = rows.length;
        while (bottom > top && rows[bottom - 1].isEmpty()) {
            bottom--;
        }
        int down = bottom - top;
        for (int y = top + 1; y < bottom; y++) {
            down = rows[y].equals(rows[y - 1]) ? down : divisor(down, y - top);
        }
        return across == 0 || down == 0 ? Optional.empty() : scaled(left, right, across, top, bottom, down);
    }

    private Optional<Bitmap> scaled(int left, int right, int across, int top, int bottom, int down) {
        int wide = (right - left) / across;
        int high = (bottom - top) / down;
        boolean size = Math.min(wide, high) >= SMALLEST && Math.max(wide, high) <= LARGEST;
        if (!size || Math.abs(wide - high) > Math.max(wide, high) / 4) {
            return Optional.empty();
        }
        BitSet[] small = new BitSet[high];
        for (int y = 0; y < high; y++) {
            small[y] = new BitSet(wide);
            for (int x = 0; x < wide; x++) {
                small[y].set(x, rows[top + y * down].get(left + x * across));
            }
        }
        return Optional.of(new Bitmap(wide, small));
    }

    private static int divisor(int a, int b) {
        int one = a;
        int other = b;
        while (other != 0) {
            int rest = one % other;
            one = other;
            other = rest;
        }
        return one;
    }

    /// A Windows bitmap with one bit a point: the drawing with a margin, and beside it the same with dark and light
    /// changed, since a drawing does not say which letter is ink.
    byte[] bmp() {
        int side = width + 2 * MARGIN;
        int wide = 2 * side * POINTS_EACH;
        int high = (rows.length + 2 * MARGIN) * POINTS_EACH;
        int stride = (wide + 31) / 32 * 4;
        int start = 14 + 40 + 8;
        ByteBuffer out = ByteBuffer.allocate(start + stride * high).order(ByteOrder.LITTLE_ENDIAN);
        out.put("BM".getBytes(StandardCharsets.US_ASCII))
                .putInt(out.capacity())
                .putInt(0)
                .putInt(start);
        out.putInt(40).putInt(wide).putInt(high).putShort((short) 1).putShort((short) 1);
        out.putInt(0).putInt(stride * high).putInt(0).putInt(0).putInt(2).putInt(0);
        out.putInt(0xffffff).putInt(0);
        for (int y = high - 1; y >= 0; y--) {
            int row = y / POINTS_EACH - MARGIN;
            byte[] line = new byte[stride];
            for (int x = 0; x < wide; x++) {
                int column = x / POINTS_EACH;
                if (column < side ? isDark(column - MARGIN, row) : isLight(column - side - MARGIN, row)) {
                    line[x >> 3] |= (byte) (0x80 >> (x & 7));
                }
            }
            out.put(line);
        }
        return out.array();
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < rows.length;
    }

    private boolean isDark(int x, int y) {
        return isInside(x, y) && rows[y].get(x);
    }

    private boolean isLight(int x, int y) {
        return isInside(x, y) && !rows[y].get(x);
    }
}
