package gyotaku.dissect.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Written;
import gyotaku.testkit.Suites;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTest {

    private static Opened read(byte[] image) {
        return new Dissector(Limits.standard()).open(new Enclosure("a.png", "image/png", image, List.of()));
    }

    private static List<String> urls(byte[] image) {
        return read(image).links().stream().map(Written::url).toList();
    }

    private static BufferedImage drawn(int dark, int light, String... contents) throws Exception {
        BufferedImage image = new BufferedImage(300 * contents.length, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < contents.length; i++) {
            BitMatrix code = new QRCodeWriter().encode(contents[i], BarcodeFormat.QR_CODE, 300, 300);
            for (int y = 0; y < 300; y++) {
                for (int x = 0; x < 300; x++) {
                    image.setRGB(300 * i + x, y, code.get(x, y) ? dark : light);
                }
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void codesAreReadInEachFormat(String format) throws Exception {
        assertThat(read(written(drawn(0, 0xffffff, "https://e.example/qr"), format))
                        .links())
                .containsExactly(new Written("QR", "https://e.example/qr", Link.Context.QR_CODE, ""));
    }

    @Test
    void invertedAndSeveralCodesAreRead() throws Exception {
        BufferedImage image = drawn(0xffffff, 0x102040, "https://e.example/inverted");
        assertThat(urls(written(image, "png"))).containsExactly("https://e.example/inverted");
        BufferedImage two = drawn(0, 0xffffff, "https://e.example/1", "HTTPS://E.EXAMPLE/2");
        assertThat(urls(written(two, "png"))).containsExactlyInAnyOrder("https://e.example/1", "HTTPS://E.EXAMPLE/2");
    }

    @Test
    void codesWithoutUrlAreNoLinks() throws Exception {
        Opened opened = read(written(drawn(0, 0xffffff, "member 1234"), "png"));
        assertThat(opened.links()).isEmpty();
        assertThat(opened.traits()).contains(new Trait(Trait.Kind.QR_CODE, "member 1234"));
    }

    @Test
    void picturesThatClaimToBeHugeAreNotDecoded() throws Exception {
        byte[] huge = written(drawn(0, 0xffffff, "https://e.example/"), "png");
        huge[16] = 0x7f;
        huge[20] = 0x7f;
        assertThat(read(huge).truncated()).extracting("limit").containsExactly("picturePixels");
    }

    @Test
    void everyCodeOfTheSuiteIsRead() throws IOException {
        List<String> missed = new ArrayList<>();
        for (Path image : Suites.files(Suites.folder("qr/zxing"), ".png")) {
            Path text = Path.of(image.toString().replace(".png", ".txt"));
            if (Files.exists(text)
                    && !contents(image).contains(Files.readString(text).strip())) {
                missed.add(image.getFileName().toString());
            }
        }
        assertThat(missed).as("all but the one that is no QR code").containsExactly("datamatrix-0123456789.png");
    }

    private static List<String> contents(Path image) throws IOException {
        return QrCodes.in(Picture.of(ImageIO.read(image.toFile()))).stream()
                .map(String::strip)
                .toList();
    }

    @Test
    void picturesThatOnlyLookLikeCodesAreNone() throws IOException {
        for (Path image : Suites.files(Suites.folder("qr/zxing-falsepositives"), ".png")) {
            assertThat(contents(image)).as(image.getFileName().toString()).isEmpty();
        }
    }
}
