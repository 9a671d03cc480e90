package gyotaku.dissect.signed;

import gyotaku.parse.transfer.TransferCoding;
import gyotaku.parse.transfer.Transferred;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text armour of OpenPGP (RFC 9580 section 6.2).
final class Armour {

    private static final String BEGIN = "-----BEGIN PGP ";

    private Armour() {}

    static boolean isIn(byte[] file) {
        int end = Math.min(file.length, 1_000);
        return new String(file, 0, end, StandardCharsets.ISO_8859_1).contains(BEGIN);
    }

    /// The packets in the last block of armour, as far as they can be decoded.
    static byte[] packets(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String block = text.substring(Math.max(0, text.lastIndexOf(BEGIN)));
        StringBuilder data = new StringBuilder();
        boolean body = false;
        for (String line : (Iterable<String>) block.lines().skip(1)::iterator) {
            String bare = line.strip();
            if (bare.startsWith("-----END") || body && bare.startsWith("=")) {
                break;
            }
            if (body) {
                data.append(bare);
            }
            body |= bare.isEmpty();
        }
        byte[] encoded = data.toString().getBytes(StandardCharsets.ISO_8859_1);
        Transferred decoded = TransferCoding.BASE64.decode(encoded, 0, encoded.length);
        return Arrays.copyOfRange(decoded.bytes(), decoded.from(), decoded.to());
    }
}
