package gyotaku.dissect.picture;

import java.awt.image.BufferedImage;

/// What a picture shows, without transparency.
///
/// @param pixels `0xRRGGBB`, row by row
record Picture(int width, int height, int[] pixels) {

    /// On white, as a mail program shows it.
    static Picture of(BufferedImage image) {
        return on(0xffffff, image);
    }

    static Picture on(int ground, BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = over(ground, pixels[i]);
        }
        return new Picture(width, height, pixels);
    }

    private static int over(int ground, int argb) {
        int alpha = argb >>> 24;
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = argb >> shift & 255;
            int below = ground >> shift & 255;
            out = out << 8 | (channel * alpha + below * (255 - alpha)) / 255;
        }
        return out;
    }
}
