package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Limits;
import gyotaku.model.mail.Link;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTest {

    private static final ByteSpan SPAN = new ByteSpan(10, 20);

    private static LinkReading read(byte[] image) {
        return new LinkReader(Limits.standard())
                .read(List.of(), List.of(new DecodedImage("1.2", "image/png", image, SPAN)), SPAN);
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
        Link link = read(written(drawn(0, 0xffffff, "https://e.example/qr"), format))
                .links()
                .getFirst();
        assertThat(link)
                .extracting(Link::text, l -> l.target().toString(), Link::context, Link::partPath, Link::span)
                .containsExactly("QR", "https://e.example/qr", Link.Context.QR_CODE, "1.2", SPAN);
    }

    @Test
    void invertedAndSeveralCodesAreRead() throws Exception {
        BufferedImage image = drawn(0xffffff, 0x102040, "https://e.example/inverted");
        assertThat(Page.targets(read(written(image, "png")))).containsExactly("https://e.example/inverted");
        BufferedImage two = drawn(0, 0xffffff, "https://e.example/1", "HTTPS://E.EXAMPLE/2");
        assertThat(Page.targets(read(written(two, "png"))))
                .containsExactlyInAnyOrder("https://e.example/1", "https://e.example/2");
    }

    @Test
    void codesWithoutUrlAreNoLinks() throws Exception {
        assertThat(read(written(drawn(0, 0xffffff, "会員番号 1234"), "png")).links())
                .isEmpty();
    }

    @Test
    void brokenPicturesAreDefects() throws Exception {
        byte[] whole = written(drawn(0, 0xffffff, "https://e.example/"), "png");
        byte[] huge = whole.clone();
        huge[16] = 0x7f;
        huge[20] = 0x7f;
        for (byte[] bytes : List.of(new byte[0], "<svg/>".getBytes(StandardCharsets.UTF_8), huge)) {
            assertThat(read(bytes).defects()).extracting(Defect::kind).containsExactly(Defect.Kind.UNREADABLE_IMAGE);
        }
    }

    @Test
    void everyCodeOfTheSuiteIsRead() throws IOException {
        Path suite = Path.of(System.getProperty("project.root"), "..", "shared", "suites", "qr", "zxing");
        assumeTrue(Files.exists(suite), "qr/zxing is not there");
        List<String> missed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(suite)) {
            for (Path image :
                    files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
                Path text = Path.of(image.toString().replace(".png", ".txt"));
                if (Files.exists(text) && !contents(image).contains(ShownText.of(Files.readString(text)))) {
                    missed.add(image.getFileName().toString());
                }
            }
        }
        assertThat(missed).as("all but the one that is no QR code").containsExactly("datamatrix-0123456789.png");
    }

    private static List<String> contents(Path image) throws IOException {
        Picture picture = Picture.read(Files.readAllBytes(image)).orElseThrow();
        return QrReader.codes(picture).stream().map(ShownText::of).toList();
    }
}
