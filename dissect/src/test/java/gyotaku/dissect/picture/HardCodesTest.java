package gyotaku.dissect.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Written;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Codes drawn so that a phone reads them and a filter may not, and pictures that are made to do harm.
class HardCodesTest {

    private static final String URL = "https://pay.example/verify?id=4711";

    private static Opened open(byte[] picture) {
        return new Dissector(Limits.standard()).open(new Enclosure("a", "image/png", picture, List.of()));
    }

    private static BitMatrix modules() throws Exception {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.H, EncodeHintType.MARGIN, 4);
        return new QRCodeWriter().encode(URL, BarcodeFormat.QR_CODE, 0, 0, hints);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static BufferedImage code(int pixels, Color dark, Color light) throws Exception {
        BitMatrix code = modules();
        BufferedImage image = blank(code.getWidth() * pixels, code.getHeight() * pixels, light);
        Graphics2D pen = pen(image, dark);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    pen.fillRect(x * pixels, y * pixels, pixels, pixels);
                }
            }
        }
        return image;
    }

    private static BufferedImage dots() throws Exception {
        BitMatrix code = modules();
        int side = code.getWidth();
        BufferedImage image = blank(side * 12, side * 12, Color.WHITE);
        Graphics2D pen = pen(image, new Color(0x20, 0x20, 0x60));
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean finder = (x < 11 || x >= side - 11) && y < 11 || x < 11 && y >= side - 11;
                if (code.get(x, y) && finder) {
                    pen.fillRect(x * 12, y * 12, 12, 12);
                } else if (code.get(x, y)) {
                    pen.fillOval(x * 12, y * 12, 11, 11);
                }
            }
        }
        return image;
    }

    private static BufferedImage withLogo() throws Exception {
        BufferedImage image = code(8, Color.BLACK, Color.WHITE);
        Graphics2D pen = pen(image, Color.WHITE);
        int side = image.getWidth() / 6;
        int at = (image.getWidth() - side) / 2;
        pen.fillRect(at, at, side, side);
        pen.setColor(Color.RED);
        pen.fillOval(at + 4, at + 4, side - 8, side - 8);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, side / 2));
        pen.drawString("A", at + side / 3, at + side * 2 / 3);
        return image;
    }

    private static BufferedImage rotated(double degrees) throws Exception {
        BufferedImage code = code(8, Color.BLACK, Color.WHITE);
        BufferedImage image = blank(code.getWidth() * 2, code.getHeight() * 2, Color.WHITE);
        Graphics2D pen = pen(image, Color.BLACK);
        pen.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        pen.drawImage(code, code.getWidth() / 2, code.getHeight() / 2, null);
        return image;
    }

    private static BufferedImage smallInLarge() throws Exception {
        BufferedImage image = blank(4_000, 3_000, new Color(0xdd, 0xee, 0xff));
        pen(image, Color.BLACK).drawImage(code(3, Color.BLACK, Color.WHITE), 3_100, 2_200, null);
        return image;
    }

    private static BufferedImage transparent(Color dark) throws Exception {
        return code(6, dark, new Color(0, 0, 0, 0));
    }

    private static BufferedImage blank(int width, int height, Color ground) {
        BufferedImage image = new BufferedImage(
                width, height, ground.getAlpha() < 255 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setBackground(ground);
        pen.clearRect(0, 0, width, height);
        return image;
    }

    private static Graphics2D pen(BufferedImage image, Color colour) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(colour);
        return pen;
    }

    private enum Drawing {
        PLAIN,
        INVERTED,
        COLOURED,
        SAME_LIGHTNESS,
        FAINT,
        DOTS,
        LOGO,
        TILTED,
        UPSIDE_DOWN,
        SMALL_IN_LARGE,
        TRANSPARENT,
        WHITE_ON_NOTHING,
        ONE_PIXEL_MODULES;

        BufferedImage drawn() throws Exception {
            return switch (this) {
                case PLAIN -> code(4, Color.BLACK, Color.WHITE);
                case INVERTED -> code(4, Color.WHITE, Color.BLACK);
                case COLOURED -> code(4, new Color(0xb0, 0x10, 0x60), new Color(0xff, 0xf0, 0x80));
                case SAME_LIGHTNESS -> code(4, new Color(0, 0x70, 0), new Color(0xff, 0x22, 0));
                case FAINT -> code(4, new Color(0xe4, 0xe4, 0xe4), new Color(0xf0, 0xf0, 0xf0));
                case DOTS -> dots();
                case LOGO -> withLogo();
                case TILTED -> rotated(27);
                case UPSIDE_DOWN -> rotated(180);
                case SMALL_IN_LARGE -> smallInLarge();
                case TRANSPARENT -> transparent(Color.BLACK);
                case WHITE_ON_NOTHING -> transparent(Color.WHITE);
                case ONE_PIXEL_MODULES -> code(1, Color.BLACK, Color.WHITE);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void codesAreReadHoweverDrawn(Drawing drawing) throws Exception {
        Opened opened = open(written(drawing.drawn(), "png"));
        assertThat(opened.links()).extracting(Written::url).containsExactly(URL);
        assertThat(opened.traits()).contains(new Trait(Trait.Kind.QR_CODE, URL));
    }

    private static byte[] animated(List<BufferedImage> frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    @Test
    void aCodeInALaterFrameIsRead() throws Exception {
        BufferedImage code = code(4, Color.BLACK, Color.WHITE);
        BufferedImage blank = blank(code.getWidth(), code.getHeight(), Color.WHITE);
        Opened opened = open(animated(List.of(blank, blank, code)));
        assertThat(opened.links()).extracting(Written::url).containsExactly(URL);
        assertThat(opened.links()).extracting(Written::place).containsExactly("frame 3");
    }

    @Test
    void framesAreLookedAtUpToTheLimit() throws Exception {
        BufferedImage[] frames = new BufferedImage[10_000];
        Arrays.fill(frames, blank(30, 30, Color.WHITE));
        Opened opened = open(animated(List.of(frames)));
        assertThat(opened.truncated()).extracting("limit").containsExactly("frames");
        assertThat(opened.state()).isEqualTo(Opened.State.READ);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(long zeros) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        byte[] block = new byte[1 << 20];
        for (long left = zeros; left > 0; left -= block.length) {
            deflater.setInput(block);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private static byte[] png(int width, int height, int colourType, byte[] comment, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) colourType);
        chunk(out, "IHDR", header.array());
        if (colourType == 3) {
            chunk(out, "PLTE", new byte[] {0, 0, 0, -1, -1, -1});
        }
        if (comment.length > 0) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes(new byte[] {'C', 'o', 'm', 'm', 'e', 'n', 't', 0, 0});
            text.writeBytes(comment);
            chunk(out, "zTXt", text.toByteArray());
        }
        chunk(out, "IDAT", data);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    @Test
    void aPictureMadeOfNothingIsABombByItsHeader() {
        Opened opened = open(png(65_000, 65_000, 2, new byte[0], deflated(8 << 20)));
        assertThat(opened.traits()).extracting(Trait::kind).containsExactly(Trait.Kind.BOMB);
        assertThat(opened.truncated()).extracting("limit").containsExactly("picturePixels");
    }

    @Test
    void compressedCommentsAreNotUnpacked() {
        byte[] comment = deflated(600L << 20);
        byte[] dot = deflated(1 << 20);
        assertThat(open(png(100, 100, 3, comment, dot)).state()).isEqualTo(Opened.State.READ);
    }

    @Test
    void aPictureThatEndsEarlyIsBroken() {
        assertThat(open(png(3_000, 3_000, 2, new byte[0], new byte[] {0x78, (byte) 0x9c}))
                        .state())
                .isEqualTo(Opened.State.BROKEN);
    }

    @Test
    void aBmpOfAbsurdSizeIsNotDecoded() throws IOException {
        byte[] bmp = written(blank(40, 40, Color.WHITE), "bmp");
        ByteBuffer.wrap(bmp)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(18, 40_000)
                .putInt(22, 30_000);
        assertThat(open(bmp).state()).isEqualTo(Opened.State.BROKEN);
    }

    @Test
    void commentsOfAJpegArePassedOver() throws Exception {
        byte[] jpeg = written(code(6, Color.BLACK, Color.WHITE), "jpeg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        for (int i = 0; i < 200; i++) {
            out.writeBytes(new byte[] {-1, (byte) 0xfe, -1, -1});
            out.writeBytes(new byte[65_533]);
        }
        out.write(jpeg, 2, jpeg.length - 2);
        assertThat(open(out.toByteArray()).links()).extracting(Written::url).containsExactly(URL);
    }

    /// The plain drawing as the WebP that `cwebp -lossless` makes of it.
    private static final String WEBP =
            "UklGRsYAAABXRUJQVlA4TLkAAAAvk8AkAA8w//M///MfeJAUSZIkScbA+bM0Bjb3zG7UHs+I/k9AP7j/HoCLXIDHLB"
                    + "2U1jkUCBWfYIzoIWziI5RsNq1rgJ8C196TDnt/i0U2E7m2WMTC5TVgFlujY+AqqnlOwmzDzXMUJq061jJtGnjMbQaD"
                    + "sY4Rsgmsc7NRzbE8JrnWEnet2LamdE6G0wbasfdAzcRjgICprmOWwdTAa+iWC+wJ3KSAHiDmKvRa6RpJ6xggMSTPff"
                    + "9/BwA=";

    @Test
    void aWebPIsRead() {
        assertThat(open(Base64.getDecoder().decode(WEBP)).links())
                .extracting(Written::url)
                .containsExactly(URL);
    }

    @Test
    void formatsWithoutADecoderAreNamedAndNotLookedInto() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(open(heic).state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
    }

    @Test
    void aWebPOfAbsurdSizeIsNotDecoded() {
        byte[] webp = Base64.getDecoder().decode(WEBP);
        webp[21] = -1;
        webp[22] = -1;
        webp[23] = -1;
        webp[24] |= 0x0f;
        assertThat(open(webp).truncated()).extracting("limit").containsExactly("picturePixels");
    }
}
