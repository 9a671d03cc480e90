package gyotaku.testkit.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import gyotaku.testkit.letters.Letter.Enclosure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EnclosuresTest {

    private static final String URL = "https://pay.example/q/1?e=a@example.jp";

    @Test
    void thePictureCarriesItsLinkAsAQrCode() throws IOException, ReaderException {
        byte[] png = Enclosures.of(new Enclosure("qr.png", "image/png", "精算用QRコード", 1), URL);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(URL);
    }

    @Test
    void theArchiveHoldsTheFileThatTheLetterNames() throws IOException {
        byte[] zip = Enclosures.of(new Enclosure("a.zip", "application/zip", "zip of 請求書.pdf.exe", 0), "");

        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            assertThat(in.getNextEntry()).hasToString("請求書.pdf.exe");
        }
    }

    @Test
    void thePdfLeadsToItsLinkAndItsTableOfObjectsIsRight() throws IOException {
        String pdf = new String(
                Enclosures.of(new Enclosure("a.pdf", "application/pdf", "請求", 1), URL), StandardCharsets.ISO_8859_1);

        assertThat(pdf).contains("/URI (" + URL + ")");
        String table = pdf.substring(pdf.lastIndexOf("xref\n0 6"));
        for (int n = 1; n < 6; n++) {
            int at = Integer.parseInt(table.split("\n")[n + 2].substring(0, 10));
            assertThat(pdf.substring(at)).startsWith(n + " 0 obj");
        }
    }
}
