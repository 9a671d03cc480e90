package gyotaku.parse.charset;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/// ISO-2022-JP (RFC 1468) as mail writes it: with NEC row 13 and the IBM extensions (CP50220/ISO-2022-JP-MS),
/// half-width
/// kana by `ESC ( I` and by SO/SI, JIS X 0212, with a line end taking it back to ASCII, and with 8-bit bytes outside of
/// the escapes read as windows-31j, since programs label that so.
final class Iso2022Jp implements Coding {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final char BAD = '\ufffd';
    private static final int ROW = 94;

    /// JIS X 0208 with the extensions, row by row.
    private static final String JIS_X_0208 = table();

    private static String table() {
        byte[] pair = new byte[2];
        StringBuilder out = new StringBuilder(ROW * ROW);
        for (int row = 0; row < ROW; row++) {
            for (int cell = 0; cell < ROW; cell++) {
                pair[0] = (byte) ((row >> 1) + (row < 62 ? 0x81 : 0xC1));
                pair[1] = (byte) (row % 2 == 1 ? cell + 0x9F : cell + 0x40 + (cell >= 63 ? 1 : 0));
                String decoded = new String(pair, WINDOWS_31J);
                out.append(decoded.length() == 1 ? decoded.charAt(0) : BAD);
            }
        }
        return out.toString();
    }

    private enum Set {
        ASCII,
        KANA,
        JIS_X_0208,
        JIS_X_0212,
        OTHER
    }

    /// One run over bytes.
    private static final class Run {
        private final byte[] bytes;
        private final int to;
        private final StringBuilder out;
        private int[] offsets = {};
        private boolean wellFormed = true;
        private Set set = Set.ASCII;
        private boolean shiftedOut;
        private int at;

        Run(byte[] bytes, int from, int to, boolean withOffsets) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
            this.out = new StringBuilder(to - from);
            this.offsets = withOffsets ? new int[to - from + 1] : offsets;
        }

        Run go() {
            while (at < to) {
                step(bytes[at] & 255);
            }
            if (offsets.length > 0) {
                offsets = Arrays.copyOf(offsets, out.length() + 1);
                offsets[out.length()] = to;
            }
            return this;
        }

        private void step(int b) {
            switch (b) {
                case 0x1b -> escape();
                case 0x0e, 0x0f -> {
                    shiftedOut = b == 0x0e;
                    at++;
                }
                case '\n', '\r' -> {
                    set = Set.ASCII;
                    shiftedOut = false;
                    put((char) b, 1);
                }
                default -> character(b);
            }
        }

        private void character(int b) {
            if (b <= ' ' || b == 0x7f) {
                put((char) b, 1);
            } else if (shiftedOut) {
                put(kana(b), 1);
            } else if (b > 0x7f && set == Set.ASCII) {
                eightBit(b);
            } else {
                switch (set) {
                    case ASCII -> put((char) b, 1);
                    case KANA -> put(kana(b), 1);
                    case JIS_X_0208, JIS_X_0212, OTHER -> pair(b);
                }
            }
        }

        private void pair(int first) {
            int second = at + 1 < to ? bytes[at + 1] & 255 : 0;
            if (first < 0x21 || first > 0x7e || second < 0x21 || second > 0x7e) {
                put(BAD, 1);
            } else {
                put(
                        switch (set) {
                            case JIS_X_0208 -> JIS_X_0208.charAt((first - 0x21) * ROW + second - 0x21);
                            case JIS_X_0212 -> one(EUC_JP, 0x8f, first | 0x80, second | 0x80);
                            case ASCII, KANA, OTHER -> BAD;
                        },
                        2);
            }
        }

        private void eightBit(int b) {
            if (b >= 0xa1 && b <= 0xdf) {
                put((char) (0xff61 + b - 0xa1), 1);
            } else if (at + 1 < to) {
                char pair = one(WINDOWS_31J, b, bytes[at + 1] & 255);
                put(pair, pair == BAD ? 1 : 2);
            } else {
                put(BAD, 1);
            }
        }

        private static char kana(int b) {
            int seven = b & 0x7f;
            return seven >= 0x21 && seven <= 0x5f ? (char) (0xff61 + seven - 0x21) : BAD;
        }

        private static char one(Charset charset, int... bytes) {
            byte[] raw = new byte[bytes.length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (byte) bytes[i];
            }
            String decoded = new String(raw, charset);
            return decoded.length() == 1 ? decoded.charAt(0) : BAD;
        }

        /// `ESC ( x`, `ESC $ x`, `ESC $ ( x`. Any other escape is dropped alone.
        private void escape() {
            int first = byteAt(1);
            int second = byteAt(2);
            int third = byteAt(3);
            if (first == '(' && (second == 'B' || second == 'J' || second == 'H')) {
                enter(Set.ASCII, 3);
            } else if (first == '(' && second == 'I') {
                enter(Set.KANA, 3);
            } else if (first == '$' && (second == 'B' || second == '@')) {
                enter(Set.JIS_X_0208, 3);
            } else if (first == '$'
                    && second == '('
                    && (third == 'B' || third == '@' || third == 'O' || third == 'Q')) {
                enter(Set.JIS_X_0208, 4);
            } else if (first == '$' && second == '(' && third == 'D') {
                enter(Set.JIS_X_0212, 4);
            } else if (first == '$' && second == '(' && third > 0) {
                enter(Set.OTHER, 4);
            } else if (first == '&' && second == '@') {
                at += 3;
            } else {
                wellFormed = false;
                at++;
            }
        }

        private int byteAt(int ahead) {
            return at + ahead < to ? bytes[at + ahead] & 255 : 0;
        }

        private void enter(Set next, int length) {
            set = next;
            at += length;
        }

        private void put(char c, int length) {
            if (offsets.length > 0) {
                offsets[out.length()] = at;
            }
            wellFormed &= c != BAD;
            out.append(c);
            at += length;
        }
    }

    @Override
    public String name() {
        return "iso-2022-jp";
    }

    @Override
    public Optional<String> strict(byte[] bytes, int from, int to) {
        Run run = new Run(bytes, from, to, false).go();
        return run.wellFormed ? Optional.of(run.out.toString()) : Optional.empty();
    }

    @Override
    public String lenient(byte[] bytes, int from, int to) {
        return new Run(bytes, from, to, false).go().out.toString();
    }

    @Override
    public int[] offsets(byte[] bytes, int from, int to) {
        return new Run(bytes, from, to, true).go().offsets;
    }
}
