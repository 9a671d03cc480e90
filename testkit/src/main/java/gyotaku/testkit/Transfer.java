package gyotaku.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How a body travels (RFC 2045 section 6).
public enum Transfer {
    SEVEN_BIT("7bit"),
    EIGHT_BIT("8bit"),
    BASE64("base64"),
    QUOTED_PRINTABLE("quoted-printable");

    private static final int LINE = 76;

    private final String label;

    Transfer(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    byte[] encode(byte[] body, String lineEnd) {
        return switch (this) {
            case SEVEN_BIT, EIGHT_BIT -> body;
            case BASE64 ->
                Base64.getMimeEncoder(LINE, lineEnd.getBytes(StandardCharsets.US_ASCII))
                        .encode(body);
            case QUOTED_PRINTABLE -> quoted(body, lineEnd);
        };
    }

    private static byte[] quoted(byte[] body, String lineEnd) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length * 2);
        int column = 0;
        for (byte b : body) {
            if (b == '\n') {
                out.writeBytes(lineEnd.getBytes(StandardCharsets.US_ASCII));
                column = 0;
                continue;
            }
            String unit = b > ' ' && b < 127 && b != '=' ? String.valueOf((char) b) : "=%02X".formatted(b & 255);
            if (column + unit.length() >= LINE) {
                out.writeBytes(("=" + lineEnd).getBytes(StandardCharsets.US_ASCII));
                column = 0;
            }
            out.writeBytes(unit.getBytes(StandardCharsets.US_ASCII));
            column += unit.length();
        }
        return out.toByteArray();
    }
}
