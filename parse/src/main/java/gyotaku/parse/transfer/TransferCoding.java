package gyotaku.parse.transfer;

import java.util.Locale;
import java.util.Optional;

/// The transfer encodings of mail.
public enum TransferCoding {
    /// `7bit`, `8bit`, `binary`.
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE,
    /// `Q` of an encoded word (RFC 2047 section 4.2).
    Q;

    /// By the value of Content-Transfer-Encoding without comments; empty when it is unknown.
    public static Optional<TransferCoding> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "7bit", "7-bit", "8bit", "8-bit", "binary", "none", "7bits", "8bits" -> Optional.of(IDENTITY);
            case "base64", "base-64", "b64" -> Optional.of(BASE64);
            case "quoted-printable", "quoted-printible", "quotedprintable", "qp" -> Optional.of(QUOTED_PRINTABLE);
            case "x-uuencode", "uuencode", "x-uue", "uue", "x-uu" -> Optional.of(UUENCODE);
            default -> Optional.empty();
        };
    }

    /// Decodes `bytes[from, to)`.
    public Transferred decode(byte[] bytes, int from, int to) {
        return this == IDENTITY
                ? new Transferred(bytes, from, to, 0, -1)
                : run(bytes, from, to, false).transferred();
    }

    /// For every byte of [#decode] where it begins in the encoded bytes, and after them `to`.
    public int[] origins(byte[] bytes, int from, int to) {
        return run(bytes, from, to, true).origins(to);
    }

    private Output run(byte[] bytes, int from, int to, boolean withOrigins) {
        Output out = new Output(to - from, withOrigins);
        switch (this) {
            case IDENTITY -> {
                for (int i = from; i < to; i++) {
                    out.put(bytes[i], i);
                }
            }
            case BASE64 -> Base64Decoder.decode(bytes, from, to, out);
            case QUOTED_PRINTABLE -> QuotedPrintableDecoder.decode(bytes, from, to, out);
            case UUENCODE -> UuDecoder.decode(bytes, from, to, out);
            case Q -> QuotedPrintableDecoder.decodeQ(bytes, from, to, out);
        }
        return out;
    }
}
