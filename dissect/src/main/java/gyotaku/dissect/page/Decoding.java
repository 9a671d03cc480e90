package gyotaku.dissect.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Forms in which scripts keep what they write.
final class Decoding {

    private Decoding() {}

    /// Whether a text consists of letters of Base64 (RFC 4648, sections 4 and 5) and line ends.
    static boolean isBase64(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!digit && "+/-_=\r\n \\".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Empty when it is not Base64.
    static Optional<byte[]> base64(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '=' && c != '\\') {
                digits.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(digits.toString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Takes `%41` and `%u0041` (ECMAScript, annex B.2.1.2) off; what is no escape stays.
    static String percent(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            boolean unit = text.startsWith("%u", at) && hex(text, at + 2, 4) >= 0;
            boolean escape = !unit && text.charAt(at) == '%' && hex(text, at + 1, 2) >= 0;
            if (escape) {
                run.write(hex(text, at + 1, 2));
                at += 3;
                continue;
            }
            out.append(run.toString(StandardCharsets.UTF_8));
            run.reset();
            out.append(unit ? (char) hex(text, at + 2, 4) : text.charAt(at));
            at += unit ? 6 : 1;
        }
        return out.append(run.toString(StandardCharsets.UTF_8)).toString();
    }

    /// Value of `digits` hexadecimal digits, or -1 when they are none.
    static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /// Bytes out of a text of hexadecimal digits; empty when it is none.
    static Optional<byte[]> hex(String text) {
        if (text.length() % 2 == 1) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int value = hex(text, 2 * i, 2);
            if (value < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(bytes);
    }
}
