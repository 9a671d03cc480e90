package gyotaku.parse.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding by the sets of the URL Standard, section 1.3, in UTF-8.
enum PercentEncoding {
    CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?^`{}"),
    USER_INFO(" \"#<>?^`{}/:;=@[\\]|");

    private final String encoded;

    PercentEncoding(String encoded) {
        this.encoded = encoded;
    }

    private boolean keeps(int c) {
        return c > 0x1f && c < 0x7f && encoded.indexOf(c) < 0;
    }

    void append(StringBuilder out, int c) {
        if (keeps(c)) {
            out.append((char) c);
            return;
        }
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        for (byte b : Character.toString(surrogate ? 0xfffd : c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
        }
    }

    String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static final String HEX = "0123456789ABCDEF";

    /// Percent-decoded, then read as UTF-8 with replacement characters.
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] == '%' ? octet(bytes, i + 1) : -1;
            out.write(octet < 0 ? bytes[i] : octet);
            i += octet < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Ascii.hex(bytes[at]);
        int low = Ascii.hex(bytes[at + 1]);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
