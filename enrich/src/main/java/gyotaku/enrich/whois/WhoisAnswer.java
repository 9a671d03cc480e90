package gyotaku.enrich.whois;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The recorded form of one WHOIS dialogue: for each server that was asked a line `server length`, then its bytes.
///
/// @param parts in the order of asking
public record WhoisAnswer(List<Part> parts) {

    /// @param server as it was referred to
    public record Part(String server, byte[] bytes) {

        /// By its bytes: JPRS writes ISO-2022-JP, most others UTF-8, the rest is taken as ISO-8859-1.
        public String text() {
            if (hasEscape(bytes)) {
                return new String(bytes, Charset.forName("x-windows-iso2022jp"));
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException _) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }

        private static boolean hasEscape(byte[] bytes) {
            for (int i = 0; i + 1 < bytes.length; i++) {
                if (bytes[i] == 27 && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                    return true;
                }
            }
            return false;
        }
    }

    byte[] body() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.writeBytes((part.server + " " + part.bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.bytes);
        }
        return out.toByteArray();
    }

    /// Reads as far as the form holds.
    static WhoisAnswer of(byte[] body) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            String head = new String(body, at, end - at, StandardCharsets.UTF_8);
            int space = head.lastIndexOf(' ');
            int length = space < 0 ? -1 : number(head.substring(space + 1));
            if (length < 0 || end + 1 + length > body.length) {
                break;
            }
            parts.add(new Part(head.substring(0, space), Arrays.copyOfRange(body, end + 1, end + 1 + length)));
            at = end + 1 + length;
        }
        return new WhoisAnswer(parts);
    }

    private static int number(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : -1;
    }
}
