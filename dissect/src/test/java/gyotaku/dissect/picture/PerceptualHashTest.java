package gyotaku.dissect.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Logos drawn here, of brands that nobody has.
class PerceptualHashTest {

    /// What `Logo` in `analyse` takes for the same.
    private static final int NEAR = 8;

    private static long hash(BufferedImage image) {
        return Long.parseUnsignedLong(PerceptualHash.of(Picture.of(image)).orElseThrow(), 16);
    }

    private static BufferedImage canvas(int width, int height, int type, Color ground) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setBackground(ground);
        pen.clearRect(0, 0, width, height);
        return image;
    }

    private static Graphics2D pen(BufferedImage image, Color colour) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(colour);
        return pen;
    }

    /// A wave over a disc, with letters.
    private static BufferedImage namiya(int type, Color ground) {
        BufferedImage image = canvas(240, 120, type, ground);
        Graphics2D pen = pen(image, new Color(0x20, 0x50, 0xa0));
        pen.fillOval(10, 10, 100, 100);
        pen.setColor(Color.WHITE);
        pen.fillArc(20, 50, 80, 60, 0, 180);
        pen.setColor(new Color(0xc0, 0x30, 0x30));
        pen.fillRect(125, 30, 20, 60);
        pen.fillRect(150, 50, 75, 20);
        return image;
    }

    private static List<BufferedImage> others() {
        List<BufferedImage> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            BufferedImage image = canvas(200, 100 + 20 * i, BufferedImage.TYPE_INT_RGB, Color.WHITE);
            Graphics2D pen = pen(image, new Color(40 * i, 90, 200 - 30 * i));
            pen.fillRect(20, 20, 30 + 10 * i, 60);
            pen.fillOval(100, 10 + 5 * i, 80, 30 + 8 * i);
            pen.setFont(new Font(Font.SERIF, Font.BOLD, 30 + 4 * i));
            pen.drawString("Kawase" + i, 10, 80);
            others.add(image);
        }
        return others;
    }

    private static BufferedImage scaled(BufferedImage image, double by) {
        int width = (int) (image.getWidth() * by);
        int height = (int) (image.getHeight() * by);
        BufferedImage out = canvas(width, height, BufferedImage.TYPE_INT_RGB, Color.WHITE);
        BufferedImage from = image;
        while (from.getWidth() > 2 * width) {
            from = scaled(from, 0.5);
        }
        pen(out, Color.WHITE).drawImage(from, 0, 0, width, height, null);
        return out;
    }

    private static BufferedImage throughJpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static BufferedImage withMargin(BufferedImage image) {
        BufferedImage out = canvas(600, 300, BufferedImage.TYPE_INT_RGB, Color.WHITE);
        pen(out, Color.WHITE).drawImage(image, 210, 35, null);
        return out;
    }

    @Test
    void theSameLogoLooksTheSame() throws IOException {
        BufferedImage logo = namiya(BufferedImage.TYPE_INT_RGB, Color.WHITE);
        BufferedImage clear = namiya(BufferedImage.TYPE_INT_ARGB, new Color(0, 0, 0, 0));
        for (BufferedImage same : List.of(
                clear,
                scaled(logo, 0.5),
                scaled(logo, 2.7),
                throughJpeg(logo),
                withMargin(logo),
                throughJpeg(scaled(logo, 0.7)))) {
            assertThat(Long.bitCount(hash(same) ^ hash(logo))).isLessThanOrEqualTo(NEAR);
        }
    }

    @Test
    void otherLogosLookDifferent() {
        long logo = hash(namiya(BufferedImage.TYPE_INT_RGB, Color.WHITE));
        for (BufferedImage other : others()) {
            assertThat(Long.bitCount(hash(other) ^ logo)).isGreaterThan(NEAR + 4);
        }
    }

    @Test
    void nothingAndIconsLookLikeNothing() {
        assertThat(PerceptualHash.of(Picture.of(canvas(300, 300, BufferedImage.TYPE_INT_RGB, Color.GREEN))))
                .isEmpty();
        assertThat(PerceptualHash.of(Picture.of(scaled(namiya(BufferedImage.TYPE_INT_RGB, Color.WHITE), 0.2))))
                .isEmpty();
    }
}
