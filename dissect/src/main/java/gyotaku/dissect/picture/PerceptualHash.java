package gyotaku.dissect.picture;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// What a picture looks like, in 64 bits: the lowest frequencies of its brightness, each above or below their median
/// (pHash: C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010, section 3.2.1).
final class PerceptualHash {

    /// Smaller pictures are icons and look like many others.
    private static final int SMALLEST = 32;

    private static final int SIDE = 32;
    private static final int KEPT = 8;

    /// A margin may be as noisy as JPEG makes it.
    private static final int SAME = 24;

    private PerceptualHash() {}

    /// Sixteen hexadecimal digits; empty for a picture that is small or shows nothing. A margin of one colour around
    /// the picture changes nothing.
    static Optional<String> of(Picture picture) {
        Grey grey = Grey.of(picture);
        OptionalInt top = first(grey, grey.height(), grey.width(), 1, grey.width());
        OptionalInt left = first(grey, grey.width(), grey.height(), grey.width(), 1);
        if (top.isEmpty() || left.isEmpty()) {
            return Optional.empty();
        }
        int bottom = last(grey, grey.height(), grey.width(), 1, grey.width());
        int right = last(grey, grey.width(), grey.height(), grey.width(), 1);
        int width = right - left.getAsInt() + 1;
        int height = bottom - top.getAsInt() + 1;
        return width < SMALLEST || height < SMALLEST
                ? Optional.empty()
                : Optional.of(hash(frequencies(shrunk(grey, left.getAsInt(), top.getAsInt(), width, height))));
    }

    /// The first line that is not all of the corner's colour.
    ///
    /// @param step from one point of a line to the next
    /// @param stride from one line to the next
    private static OptionalInt first(Grey grey, int lines, int length, int step, int stride) {
        for (int line = 0; line < lines; line++) {
            if (!isMargin(grey, line * stride, length, step)) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    private static int last(Grey grey, int lines, int length, int step, int stride) {
        int line = lines - 1;
        while (isMargin(grey, line * stride, length, step)) {
            line--;
        }
        return line;
    }

    private static boolean isMargin(Grey grey, int start, int length, int step) {
        int corner = grey.light()[0] & 255;
        for (int i = 0; i < length; i++) {
            if (Math.abs((grey.light()[start + i * step] & 255) - corner) > SAME) {
                return false;
            }
        }
        return true;
    }

    /// The mean of each field of a grid.
    private static double[][] shrunk(Grey grey, int left, int top, int width, int height) {
        double[][] small = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            int fromY = top + y * height / SIDE;
            int toY = top + (y + 1) * height / SIDE;
            for (int x = 0; x < SIDE; x++) {
                int fromX = left + x * width / SIDE;
                int toX = left + (x + 1) * width / SIDE;
                long sum = 0;
                for (int row = fromY; row < toY; row++) {
                    for (int column = fromX; column < toX; column++) {
                        sum += grey.light()[row * grey.width() + column] & 255;
                    }
                }
                small[y][x] = (double) sum / ((toY - fromY) * (toX - fromX));
            }
        }
        return small;
    }

    /// The lowest of a discrete cosine transform (DCT-II), the mean left out, rounded so that every machine gives the
    /// same.
    private static long[] frequencies(double[][] points) {
        long[] low = new long[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    for (int x = 0; x < SIDE; x++) {
                        sum += points[y][x] * wave(x, u + 1) * wave(y, v + 1);
                    }
                }
                low[v * KEPT + u] = Math.round(sum * 1_000);
            }
        }
        return low;
    }

    private static double wave(int at, int frequency) {
        return StrictMath.cos(Math.PI * frequency * (2 * at + 1) / (2 * SIDE));
    }

    private static String hash(long[] low) {
        long[] sorted = low.clone();
        Arrays.sort(sorted);
        long median = (sorted[low.length / 2 - 1] + sorted[low.length / 2]) / 2;
        long bits = 0;
        for (long value : low) {
            bits = bits << 1 | (value > median ? 1 : 0);
        }
        return HexFormat.of().toHexDigits(bits);
    }
}
