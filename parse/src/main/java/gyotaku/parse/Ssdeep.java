package gyotaku.parse;

import java.util.Arrays;

/// The context triggered piecewise hash of ssdeep (Kornblum, “Identifying almost identical files using context
/// triggered piecewise hashing”, 2006): a rolling sum over seven bytes cuts the file into pieces, each piece gives a
/// letter, so files that differ in one place differ in a few letters. All block sizes are followed in one pass.
final class Ssdeep {

    private static final int SMALLEST_BLOCK = 3;
    private static final int SIZES = 31;
    private static final int LENGTH = 64;
    private static final int WINDOW = 7;
    private static final int FNV_START = 0x28021967;
    private static final int FNV_PRIME = 0x01000193;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final int[] window = new int[WINDOW];
    private int h1;
    private int h2;
    private int h3;
    private int n;

    private static final class Pieces {
        final byte[] letters = new byte[LENGTH];
        int count;
        int sum = FNV_START;
        int halfSum = FNV_START;
        byte half;
    }

    private final Pieces[] bySize = new Pieces[SIZES];
    private int first;
    private int open = 1;

    private Ssdeep() {
        bySize[0] = new Pieces();
    }

    /// @return `blocksize:hash:hash of double size`, empty for no bytes
    static String of(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        Ssdeep all = new Ssdeep();
        for (int i = from; i < to; i++) {
            all.step(bytes[i] & 255, to - from);
        }
        return all.result(to - from);
    }

    private void step(int b, long total) {
        roll(b);
        for (int i = first; i < open; i++) {
            Pieces pieces = bySize[i];
            pieces.sum = pieces.sum * FNV_PRIME ^ b;
            pieces.halfSum = pieces.halfSum * FNV_PRIME ^ b;
        }
        int rolled = h1 + h2 + h3;
        for (int i = first; i < open; i++) {
            long size = (long) SMALLEST_BLOCK << i;
            if (Integer.toUnsignedLong(rolled) % size != size - 1) {
                break;
            }
            cut(i, total);
        }
    }

    private void roll(int b) {
        h2 += WINDOW * b - h1;
        h1 += b - window[n % WINDOW];
        window[n % WINDOW] = b;
        n++;
        h3 = h3 << 5 ^ b;
    }

    private void cut(int i, long total) {
        Pieces pieces = bySize[i];
        if (pieces.count == 0 && i + 1 < SIZES && bySize[i + 1] == null) {
            Pieces next = new Pieces();
            next.sum = pieces.sum;
            next.halfSum = pieces.halfSum;
            bySize[i + 1] = next;
            open = i + 2;
        }
        pieces.letters[pieces.count] = letter(pieces.sum);
        pieces.half = letter(pieces.halfSum);
        if (pieces.count < LENGTH - 1) {
            pieces.count++;
            pieces.sum = FNV_START;
            if (pieces.count < LENGTH / 2) {
                pieces.halfSum = FNV_START;
                pieces.half = 0;
            }
        } else if (i == first
                && (long) (SMALLEST_BLOCK << first) * LENGTH < total
                && first + 1 < open
                && bySize[first + 1].count >= LENGTH / 2) {
            first++;
        }
    }

    private static byte letter(int sum) {
        return (byte) LETTERS.charAt(sum & 63);
    }

    private String result(long total) {
        int i = first;
        while (i < SIZES - 1 && ((long) SMALLEST_BLOCK << i) * LENGTH < total) {
            i++;
        }
        i = Math.min(i, open - 1);
        while (i > first && bySize[i].count < LENGTH / 2) {
            i--;
        }
        boolean rest = h1 + h2 + h3 != 0;
        String whole = whole(bySize[i], rest);
        String half = i + 1 < open ? half(bySize[i + 1], rest) : rest ? text(letter(bySize[i].sum)) : "";
        return ((long) SMALLEST_BLOCK << i) + ":" + whole + ":" + half;
    }

    private static String whole(Pieces pieces, boolean rest) {
        String letters = text(Arrays.copyOf(pieces.letters, pieces.count));
        if (rest) {
            return letters + text(letter(pieces.sum));
        }
        return pieces.letters[pieces.count] == 0 ? letters : letters + text(pieces.letters[pieces.count]);
    }

    private static String half(Pieces pieces, boolean rest) {
        String letters = text(Arrays.copyOf(pieces.letters, Math.min(pieces.count, LENGTH / 2 - 1)));
        if (rest) {
            return letters + text(letter(pieces.halfSum));
        }
        return pieces.half == 0 ? letters : letters + text(pieces.half);
    }

    private static String text(byte... letters) {
        return new String(letters, java.nio.charset.StandardCharsets.US_ASCII);
    }
}
