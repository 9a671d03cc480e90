package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import gyotaku.parse.transfer.TransferCoding;
import gyotaku.parse.transfer.Transferred;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Characters of a decoded text know their bytes in the sample.
class OffsetsTest {

    private static final String URL = "https://example.com/%E3%81%82?a=b&c=d";
    private static final String TEXT = "お客様の口座を確認してください。ｱ\r\n" + URL + "\r\n以上、よろしくお願いします。".repeat(9);

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 8bit",
        "UTF-8, base64",
        "UTF-8, quoted-printable",
        "ISO-2022-JP, 7bit",
        "ISO-2022-JP, base64",
        "ISO-2022-JP, quoted-printable",
        "Shift_JIS, 8bit",
        "Shift_JIS, base64",
        "Shift_JIS, quoted-printable",
        "EUC-JP, 8bit",
        "EUC-JP, quoted-printable"
    })
    void aLinksSpanHoldsItsBytes(String charset, String encoding) {
        String text = charset.equals("ISO-2022-JP") ? TEXT.replace('ｱ', 'ア') : TEXT;
        byte[] encoded = encoded(text.getBytes(Charset.forName(charset)), encoding);
        byte[] head = ("Subject: x\r\nContent-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: "
                        + encoding + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] mail = new byte[head.length + encoded.length];
        System.arraycopy(head, 0, mail, 0, head.length);
        System.arraycopy(encoded, 0, mail, head.length, encoded.length);

        Piece piece = MimeReader.read(Source.of(mail), Limits.standard(), new Notes())
                .pieces()
                .getFirst();
        String read = piece.part().text().orElseThrow();
        assertThat(read).isEqualTo(text);
        int start = read.indexOf(URL);
        ByteSpan span = piece.offsets(1 << 20).span(start, start + URL.length());
        String seen = decoded(mail, span, encoding);
        assertThat(seen).contains(URL);
        assertThat(seen.length()).isLessThanOrEqualTo(URL.length() + (encoding.equals("base64") ? 3 : 0));
    }

    private static byte[] encoded(byte[] bytes, String encoding) {
        return switch (encoding) {
            case "base64" -> Base64.getMimeEncoder().encode(bytes);
            case "quoted-printable" -> quotedPrintable(bytes).getBytes(StandardCharsets.US_ASCII);
            default -> bytes;
        };
    }

    private static String quotedPrintable(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : bytes) {
            boolean plain = b >= ' ' && b < 127 && b != '=' || b == '\r' || b == '\n';
            out.append(plain ? Character.toString(b) : "=%02X".formatted(b & 255));
            column = b == '\n' ? 0 : column + (plain ? 1 : 3);
            if (column > 60) {
                out.append("=\r\n");
                column = 0;
            }
        }
        return out.toString();
    }

    /// What the bytes of a span say; base64 is read from the start of its group.
    private static String decoded(byte[] mail, ByteSpan span, String encoding) {
        TransferCoding coding = TransferCoding.named(encoding).orElseThrow();
        if (coding != TransferCoding.BASE64) {
            Transferred data = coding.decode(mail, span.start(), span.end());
            return new String(data.bytes(), data.from(), data.size(), StandardCharsets.US_ASCII);
        }
        String text = new String(mail, span.start(), span.length(), StandardCharsets.US_ASCII);
        for (int shift = 0; shift < 4; shift++) {
            byte[] digits = ("A".repeat(shift) + text).getBytes(StandardCharsets.US_ASCII);
            Transferred data = coding.decode(digits, 0, digits.length);
            String seen = new String(data.bytes(), data.from(), data.size(), StandardCharsets.ISO_8859_1);
            if (seen.contains(URL)) {
                return seen;
            }
        }
        return text;
    }
}
