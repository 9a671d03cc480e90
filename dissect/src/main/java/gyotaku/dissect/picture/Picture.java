package gyotaku.dissect.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The first frame of a PNG, JPEG, GIF or BMP, on white, made smaller when it is large.
record Picture(int width, int height, int[] pixels) {

    /// Against decompression bombs: what is kept after reading every n-th pixel …
    private static final long MOST_KEPT = 4L << 20;

    /// … and what is read at all.
    private static final long MOST_READ = 64L << 20;

    /// The size is known from the header before anything is decoded. Empty when it cannot be read.
    static Optional<Picture> read(byte[] bytes) {
        String format = format(bytes);
        Iterator<ImageReader> readers = format.isEmpty()
                ? ImageIO.getImageReadersByFormatName("none")
                : ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            return decode(reader);
        } catch (IOException | RuntimeException _) {
            // The decoders of the JDK throw all kinds of both for broken pictures; which one says nothing to a reader.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] bytes) {
        if (bytes.length < 8) {
            return "";
        }
        int start = (bytes[0] & 255) << 8 | bytes[1] & 255;
        return switch (start) {
            case 0x8950 -> "png";
            case 0xffd8 -> "jpeg";
            case 0x4749 -> "gif";
            case 0x424d -> "bmp";
            default -> "";
        };
    }

    private static Optional<Picture> decode(ImageReader reader) throws IOException {
        long size = (long) reader.getWidth(0) * reader.getHeight(0);
        if (size > MOST_READ) {
            return Optional.empty();
        }
        int step = (int) Math.ceil(Math.sqrt((double) size / MOST_KEPT));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
        return Optional.of(of(reader.read(0, param)));
    }

    static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        return new Picture(width, height, pixels);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int out = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = argb >> shift & 255;
            out = out << 8 | (channel * alpha + 255 * (255 - alpha)) / 255;
        }
        return out;
    }
}
