package gyotaku.dissect.picture;

import gyotaku.dissect.Findings;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;

/// Decodes the pictures of a PNG, JPEG, GIF, BMP or TIFF by the decoders of the JDK, of a WebP by TwelveMonkeys. Sizes
/// are known from headers
/// before anything is decoded.
final class Decoder {

    static final Map<String, String> FORMATS = Map.of(
            "image/png", "png",
            "image/jpeg", "jpeg",
            "image/gif", "gif",
            "image/bmp", "bmp",
            "image/tiff", "tiff",
            "image/webp", "webp");

    /// What is kept of a picture, by leaving out rows and columns: four bytes each must fit into the process.
    private static final long MOST_KEPT = 9_000_000;

    /// Against pictures made to fill whoever decodes them: this many times what is decoded …
    private static final int ABSURD = 4;

    private final ImageReader reader;
    private final String format;
    private final long size;
    private final Findings found;
    private long room;

    private Decoder(ImageReader reader, String format, long size, Findings found) {
        this.reader = reader;
        this.format = format;
        this.size = size;
        this.found = found;
        this.room = found.limits().picturePixels();
    }

    /// Shows `each` the frames in their order, as far as the limits let it.
    ///
    /// @param kind media type by content
    static void read(byte[] bytes, String kind, Findings found, Consumer<Frame> each) {
        String format = FORMATS.getOrDefault(kind, "none");
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            found.state(Opened.State.NOT_LOOKED_INTO, "");
            return;
        }
        byte[] plain = format.equals("png") ? PngChunks.needed(bytes) : bytes;
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(plain))) {
            reader.setInput(stream, false, !format.equals("gif"));
            new Decoder(reader, format, bytes.length, found).read(each);
        } catch (IOException | RuntimeException e) {
            // The decoders of the JDK throw all kinds of both for broken pictures; which one says nothing to a reader.
            found.state(Opened.State.BROKEN, "it cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    private void read(Consumer<Frame> each) throws IOException {
        Limits.Files limits = found.limits();
        BufferedImage canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; hasFrame(i); i++) {
            if (i == limits.frames()) {
                found.truncated("frames", limits.frames(), Text.of("以降のフレーム", "the frames after these"));
                return;
            }
            if (!fits((long) reader.getWidth(i) * reader.getHeight(i))) {
                return;
            }
            BufferedImage frame = reader.read(i, parameters(i));
            canvas = i == 0 || !format.equals("gif") ? frame : composed(canvas, frame, corner(i));
            each.accept(new Frame(i == 0 ? "" : "frame " + (i + 1), canvas));
        }
    }

    /// The size of a frame is read first where there is one: counting them all would read the file to its end.
    private boolean hasFrame(int index) throws IOException {
        if (index > 0 && !format.equals("gif") && !format.equals("tiff")) {
            return false;
        }
        try {
            return reader.getWidth(index) > 0;
        } catch (IndexOutOfBoundsException _) {
            return false;
        }
    }

    private boolean fits(long pixels) {
        int most = found.limits().picturePixels();
        room -= pixels;
        if (room >= 0) {
            return true;
        }
        found.truncated("picturePixels", most, Text.of("大きすぎる画像", "a picture that is too large"));
        if (pixels > (long) ABSURD * most
                && pixels / Math.max(size, 1) > found.limits().ratio()) {
            found.trait(Trait.Kind.BOMB, pixels + " pixels out of " + size + " bytes");
        }
        return false;
    }

    private ImageReadParam parameters(int index) throws IOException {
        long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
        int step = Math.max((int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT)), 1);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /// A frame of a GIF is put on top of those before it (GIF89a, section 20); one that leads far away stands alone.
    private static BufferedImage composed(BufferedImage below, BufferedImage frame, Point corner) {
        int width = Math.max(below.getWidth(), corner.x + frame.getWidth());
        int height = Math.max(below.getHeight(), corner.y + frame.getHeight());
        if ((long) width * height > MOST_KEPT) {
            return frame;
        }
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = canvas.createGraphics();
        pen.drawImage(below, 0, 0, null);
        pen.drawImage(frame, corner.x, corner.y, null);
        pen.dispose();
        return canvas;
    }

    private Point corner(int index) throws IOException {
        Element tree = (Element) reader.getImageMetadata(index).getAsTree("javax_imageio_gif_image_1.0");
        Element place = (Element) tree.getElementsByTagName("ImageDescriptor").item(0);
        return new Point(number(place, "imageLeftPosition"), number(place, "imageTopPosition"));
    }

    private static int number(Element place, String attribute) {
        return Integer.parseInt(place.getAttribute(attribute));
    }
}
