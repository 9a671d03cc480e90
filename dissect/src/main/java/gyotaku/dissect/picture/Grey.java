package gyotaku.dissect.picture;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.util.stream.Stream;

/// How light a picture is at each point.
///
/// @param light 0 black … 255 white
record Grey(int width, int height, byte[] light) {

    /// Larger pictures are made smaller before they are looked at in unlikely ways, which takes time for each picture
    /// without a code.
    private static final int SMALL = 1_000_000;

    /// In pictures like these a module may be one point.
    private static final int TINY = 250_000;

    private static final int[] EYE = {54, 183, 19};
    private static final int[][] CHANNELS = {{256, 0, 0}, {0, 256, 0}, {0, 0, 256}};

    /// ITU-R BT.709: how light a colour looks.
    static Grey of(Picture picture) {
        return weighed(picture, EYE);
    }

    private static Grey weighed(Picture picture, int[] weights) {
        int[] pixels = picture.pixels();
        byte[] light = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            int sum = weights[0] * (rgb >> 16 & 255) + weights[1] * (rgb >> 8 & 255) + weights[2] * (rgb & 255);
            light[i] = (byte) (sum >> 8);
        }
        return new Grey(picture.width(), picture.height(), light);
    }

    /// Other ways to look at a picture in which a code may show, the likeliest first.
    static Stream<Grey> others(Picture picture, int smallestSide) {
        Grey plain = of(picture);
        Stream<Grey> halved = plain.width >= 4 * smallestSide && plain.height >= 4 * smallestSide
                ? Stream.of(plain).map(Grey::halved)
                : Stream.empty();
        Stream<Grey> faint = Stream.of(plain).map(grey -> grey.within(SMALL).stretched());
        Stream<Grey> channels = Stream.of(CHANNELS)
                .map(weights -> weighed(picture, weights).within(SMALL).stretched());
        Stream<Grey> larger =
                Stream.of(plain).filter(grey -> grey.light.length <= TINY).map(Grey::tripled);
        return Stream.of(faint, halved, channels, larger).flatMap(looks -> looks);
    }

    /// Halved until it has no more points than that.
    private Grey within(int points) {
        Grey small = this;
        while (small.light.length > points) {
            small = small.halved();
        }
        return small;
    }

    /// Dots run together, and noise goes, in a picture of half the size.
    private Grey halved() {
        Grey half = new Grey(width / 2, height / 2, new byte[(width / 2) * (height / 2)]);
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                int at = 2 * y * width + 2 * x;
                int sum = (light[at] & 255)
                        + (light[at + 1] & 255)
                        + (light[at + width] & 255)
                        + (light[at + width + 1] & 255);
                half.light[y * half.width + x] = (byte) (sum / 4);
            }
        }
        return half;
    }

    private Grey tripled() {
        Grey large = new Grey(width * 3, height * 3, new byte[width * height * 9]);
        for (int y = 0; y < large.height; y++) {
            for (int x = 0; x < large.width; x++) {
                large.light[y * large.width + x] = light[y / 3 * width + x / 3];
            }
        }
        return large;
    }

    /// The darkest and the lightest hundredth become black and white.
    private Grey stretched() {
        int[] count = new int[256];
        for (byte point : light) {
            count[point & 255]++;
        }
        int low = 0;
        for (int seen = count[0]; seen < light.length / 100; seen += count[low]) {
            low++;
        }
        int high = 255;
        for (int seen = count[255]; seen < light.length / 100; seen += count[high]) {
            high--;
        }
        int range = Math.max(high - low, 1);
        byte[] out = new byte[light.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(((light[i] & 255) - low) * 255L / range, 0, 255);
        }
        return new Grey(width, height, out);
    }

    LuminanceSource source() {
        return new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false);
    }
}
