package gyotaku.parse.transfer;

import java.util.Arrays;

/// BinHex 4.0 (RFC 1741 appendix A): six bits a character between two colons, runs of the same byte shortened, then a
/// header with the file's name and the lengths of its two forks.
final class BinHex {

    private static final String DIGITS = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";
    private static final int RUN = 0x90;

    /// Against a text of run marks that asks for memory: one mark gives at most 255 bytes.
    private static final int GROWTH = 100;

    private final byte[] out;
    private int size;

    private BinHex(int length) {
        out = new byte[(int) Math.min((long) length * GROWTH, 50 << 20)];
    }

    static Transferred decode(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && !(bytes[start] == ':' && (start == from || bytes[start - 1] <= ' '))) {
            start++;
        }
        BinHex reader = new BinHex(to - from);
        reader.expand(six(bytes, start + 1, to));
        return reader.dataFork(start);
    }

    private static byte[] six(byte[] bytes, int from, int to) {
        byte[] found = new byte[Math.max(0, to - from)];
        int size = 0;
        int bits = 0;
        int held = 0;
        for (int i = from; i < to && bytes[i] != ':'; i++) {
            int digit = DIGITS.indexOf(bytes[i] & 255);
            if (digit >= 0) {
                held = held << 6 | digit;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    found[size++] = (byte) (held >> bits);
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private void expand(byte[] packed) {
        for (int i = 0; i < packed.length && size < out.length; i++) {
            boolean run = (packed[i] & 255) == RUN && i + 1 < packed.length;
            if (!run) {
                out[size++] = packed[i];
            } else {
                int count = packed[++i] & 255;
                byte repeated = count == 0 || size == 0 ? (byte) RUN : out[size - 1];
                for (int n = count == 0 ? 0 : 1; n < Math.max(count, 1) && size < out.length; n++) {
                    out[size++] = repeated;
                }
            }
        }
    }

    /// After the name, its zero, type, creator and flags stand the two lengths and a checksum.
    private Transferred dataFork(int at) {
        int lengths = size == 0 ? 0 : 1 + (out[0] & 255) + 1 + 4 + 4 + 2;
        int start = lengths + 4 + 4 + 2;
        if (size == 0 || start > size) {
            return new Transferred(out, 0, 0, 1, at);
        }
        int length = (out[lengths] & 255) << 24
                | (out[lengths + 1] & 255) << 16
                | (out[lengths + 2] & 255) << 8
                | out[lengths + 3] & 255;
        int kept = Math.clamp(length, 0, size - start);
        return new Transferred(out, start, start + kept, kept == length ? 0 : 1, at);
    }
}
