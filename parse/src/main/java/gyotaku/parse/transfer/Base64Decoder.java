package gyotaku.parse.transfer;

import java.util.Arrays;

/// Base64 (RFC 2045 section 6.8), lenient: other characters are left out, padding in the middle ends a group and
/// reading goes on, a missing end gives the bytes that are complete.
final class Base64Decoder {

    private static final int BLANK = -1;
    private static final int PADDING = -2;
    private static final int JUNK = -3;
    private static final byte[] VALUES = values();

    private final Output out;
    private int group;
    private int filled;
    private int first;
    private int second;
    private int third;
    private boolean padded;

    private Base64Decoder(Output out) {
        this.out = out;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) JUNK);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        for (char blank : " \t\r\n".toCharArray()) {
            values[blank] = BLANK;
        }
        values['='] = PADDING;
        return values;
    }

    static void decode(byte[] bytes, int from, int to, Output out) {
        Base64Decoder decoder = new Base64Decoder(out);
        for (int i = from; i < to; i++) {
            int value = VALUES[bytes[i] & 255];
            if (value >= 0) {
                decoder.digit(value, i);
            } else if (value == PADDING) {
                decoder.padding(i);
            } else if (value == JUNK) {
                out.fault(i);
            }
        }
        if (decoder.filled > 0) {
            out.fault(to);
        }
        decoder.flush();
    }

    private void digit(int value, int at) {
        if (padded) {
            padded = false;
            out.fault(at);
        }
        switch (filled) {
            case 0 -> first = at;
            case 1 -> second = at;
            default -> third = filled == 2 ? at : third;
        }
        group = group << 6 | value;
        if (++filled == 4) {
            out.put(group >> 16, first);
            out.put(group >> 8, second);
            out.put(group, third);
            filled = 0;
            group = 0;
        }
    }

    private void padding(int at) {
        if (filled == 0 && !padded || filled == 1) {
            out.fault(at);
        }
        flush();
        padded = true;
    }

    private void flush() {
        if (filled == 3) {
            out.put(group >> 10, first);
            out.put(group >> 2, second);
        } else if (filled == 2) {
            out.put(group >> 4, first);
        }
        filled = 0;
        group = 0;
    }
}
