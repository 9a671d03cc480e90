package gyotaku.parse.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// What other programs make of content whose transfer encoding is broken or rare. Base64 and quoted-printable do not
/// say what a decoder does with what they forbid (RFC 2045 section 6.7 and 6.8), so every program does otherwise.
public enum OtherDecoding {
    /// Base64 ends with its first padding.
    BASE64_TO_PADDING,
    /// Padding counts in its group of four and gives no bits.
    BASE64_GROUPS,
    /// Padding is read as the digit zero.
    BASE64_ZEROS,
    /// Padding is left out wherever it stands.
    BASE64_UNPADDED,
    /// Every line is read for itself; what is left over after its last full group is left out.
    BASE64_LINES,
    /// The rest of a line after a character that is no digit is left out.
    BASE64_TO_JUNK,
    /// The first empty line ends it.
    BASE64_TO_EMPTY_LINE,
    /// Lines with a character that is no digit are left out.
    BASE64_CLEAN_LINES,
    /// A `=` that begins nothing is left out.
    QUOTED_DROP_SIGN,
    /// A `=` that begins nothing is left out with the character after it.
    QUOTED_DROP_TWO,
    /// A `=` that begins nothing is left out with the two characters after it; lower-case digits are none.
    QUOTED_DROP_THREE,
    /// Base64 of gzip (Content-Transfer-Encoding `x-gzip64`), as far as it grows no more than a hundredfold.
    GZIP64,
    /// yEnc, draft 1.3.
    YENC,
    /// The data fork of BinHex 4.0 (RFC 1741 appendix A).
    BINHEX;

    private static final String BLANKS = " \t\r\n\u000b\f";
    private static final int HUNDREDFOLD = 100;

    /// Decodes `bytes[from, to)`.
    public Transferred decode(byte[] bytes, int from, int to) {
        return switch (this) {
            case BASE64_TO_PADDING -> base64(bytes, from, padding(bytes, from, to));
            case BASE64_GROUPS -> groups(bytes, from, to);
            case BASE64_ZEROS -> base64(copied(bytes, from, to, '=', 'A'));
            case BASE64_UNPADDED -> base64(without(bytes, from, to, '='));
            case BASE64_TO_EMPTY_LINE -> base64(bytes, from, emptyLine(bytes, from, to));
            case BASE64_LINES, BASE64_CLEAN_LINES -> lines(bytes, from, to);
            case BASE64_TO_JUNK -> base64(withoutJunk(bytes, from, to));
            case QUOTED_DROP_SIGN -> quoted(bytes, from, to, 1, true);
            case QUOTED_DROP_TWO -> quoted(bytes, from, to, 2, false);
            case QUOTED_DROP_THREE -> quoted(bytes, from, to, 3, false);
            case GZIP64 -> unpacked(base64(bytes, from, to));
            case YENC -> yenc(bytes, from, to);
            case BINHEX -> BinHex.decode(bytes, from, to);
        };
    }

    private static Transferred base64(byte[] bytes, int from, int to) {
        return TransferCoding.BASE64.decode(bytes, from, to);
    }

    private static Transferred base64(byte[] bytes) {
        return base64(bytes, 0, bytes.length);
    }

    /// After the first padding.
    private static int padding(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '=') {
            at++;
        }
        while (at < to && bytes[at] == '=') {
            at++;
        }
        return at;
    }

    private static byte[] copied(byte[] bytes, int from, int to, char old, char other) {
        byte[] copy = Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == old ? (byte) other : copy[i];
        }
        return copy;
    }

    private static byte[] without(byte[] bytes, int from, int to, char left) {
        byte[] copy = new byte[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] != left) {
                copy[size++] = bytes[i];
            }
        }
        return Arrays.copyOf(copy, size);
    }

    private static Transferred groups(byte[] bytes, int from, int to) {
        Output out = new Output(to - from, false);
        byte[] group = new byte[4];
        int filled = 0;
        for (int i = from; i < to; i++) {
            if (BLANKS.indexOf(bytes[i] & 255) < 0) {
                group[filled++] = bytes[i];
            }
            if (filled == 4) {
                byte[] digits = without(group, 0, 4, '=');
                append(base64(digits), out, i);
                filled = 0;
            }
        }
        return out.transferred();
    }

    private static void append(Transferred part, Output out, int at) {
        for (int i = part.from(); i < part.to(); i++) {
            out.put(part.bytes()[i], at);
        }
    }

    private Transferred lines(byte[] bytes, int from, int to) {
        Output out = new Output(to - from, false);
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            append(base64(bytes, at, lineEnd(bytes, at, end)), out, at);
            at = end + 1;
        }
        return out.transferred();
    }

    private int lineEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && BLANKS.indexOf(bytes[end - 1] & 255) >= 0) {
            end--;
        }
        int digits = from;
        while (digits < end && (isDigit(bytes[digits]) || bytes[digits] == '=')) {
            digits++;
        }
        if (this == BASE64_CLEAN_LINES) {
            return digits == end ? end : from;
        }
        return from + (end - from) / 4 * 4;
    }

    private static byte[] withoutJunk(byte[] bytes, int from, int to) {
        byte[] kept = new byte[to - from];
        int size = 0;
        boolean junk = false;
        for (int i = from; i < to; i++) {
            boolean lineEnd = bytes[i] == '\n' || bytes[i] == '\r';
            junk = !lineEnd && (junk || !isDigit(bytes[i]) && bytes[i] != '=');
            if (!junk) {
                kept[size++] = bytes[i];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /// Where a line without anything stands below one with something.
    private static int emptyLine(byte[] bytes, int from, int to) {
        int last = -1;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                if (last == '\n') {
                    return i;
                }
                last = last < 0 ? last : '\n';
            } else if (bytes[i] != '\r') {
                last = bytes[i] & 255;
            }
        }
        return to;
    }

    private static boolean isDigit(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }

    /// From the end to the start, so that what is left out may stand in an escape.
    private static Transferred quoted(byte[] bytes, int from, int to, int dropped, boolean lower) {
        byte[] kept = new byte[to - from];
        int head = kept.length;
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] != '=' || begins(kept, head, lower)) {
                kept[--head] = bytes[i];
            } else {
                head = Math.min(kept.length, head + dropped - 1);
            }
        }
        return TransferCoding.QUOTED_PRINTABLE.decode(kept, head, kept.length);
    }

    /// Whether two digits or a line end stand there.
    private static boolean begins(byte[] kept, int head, boolean lower) {
        return head == kept.length
                || kept[head] == '\n'
                || kept[head] == '\r'
                || head + 1 < kept.length && isHex(kept[head], lower) && isHex(kept[head + 1], lower);
    }

    private static boolean isHex(byte b, boolean lower) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'F' || lower && b >= 'a' && b <= 'f';
    }

    private static Transferred unpacked(Transferred packed) {
        long most = (long) packed.size() * HUNDREDFOLD;
        byte[] unpacked = new byte[0];
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(packed.bytes(), packed.from(), packed.size()))) {
            unpacked = in.readNBytes((int) Math.min(most, 50 << 20));
        } catch (IOException e) {
            return new Transferred(unpacked, 0, 0, 1, packed.from());
        }
        return new Transferred(unpacked, 0, unpacked.length, 0, -1);
    }

    private static Transferred yenc(byte[] bytes, int from, int to) {
        Output out = new Output(to - from, false);
        boolean begun = false;
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            if (starts(bytes, at, end, "=yend")) {
                return out.transferred();
            }
            if (begun && !starts(bytes, at, end, "=ypart ")) {
                yencLine(bytes, at, end, out);
            }
            begun |= starts(bytes, at, end, "=ybegin ");
            at = end + 1;
        }
        out.fault(to);
        return out.transferred();
    }

    private static void yencLine(byte[] bytes, int from, int to, Output out) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        for (int i = from; i < end; i++) {
            boolean escaped = bytes[i] == '=' && i + 1 < end;
            i += escaped ? 1 : 0;
            out.put(bytes[i] - 42 - (escaped ? 64 : 0), i);
        }
    }

    static boolean starts(byte[] bytes, int at, int end, String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
