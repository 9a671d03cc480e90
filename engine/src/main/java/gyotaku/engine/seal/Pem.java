package gyotaku.engine.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One object in the textual encoding of RFC 7468: what OpenSSL writes.
///
/// @param label as `PRIVATE KEY`
record Pem(String label, byte[] der) {

    private static final int LINE = 64;

    /// @throws Unsound when there is no such object or its Base64 is none; text around it is allowed (RFC 7468 section
    /// 2)
    static Pem read(byte[] file, String label) throws Unsound {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(begin(label));
        int to = text.indexOf(end(label));
        if (from < 0 || to < from) {
            throw new Unsound("has no -----BEGIN " + label + "-----");
        }
        try {
            String body = text.substring(from + begin(label).length(), to);
            return new Pem(label, Base64.getMimeDecoder().decode(body.strip()));
        } catch (IllegalArgumentException _) {
            throw new Unsound("has no Base64 behind -----BEGIN " + label + "-----");
        }
    }

    byte[] bytes() {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return (begin(label) + "\n" + body + "\n" + end(label) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
