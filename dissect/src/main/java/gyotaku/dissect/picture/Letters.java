package gyotaku.dissect.picture;

import gyotaku.dissect.Findings;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Words;
import gyotaku.parse.Magic;
import gyotaku.parse.link.TextUrls;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Reads the letters that a picture shows, when the `tesseract` command is there.
public final class Letters {

    /// Nothing that is meant to be read is smaller.
    private static final int NARROWEST = 100;

    private static final int LOWEST = 30;

    /// Letters of a screen are small for a reader that learnt from paper: pictures are enlarged up to this width.
    private static final int WIDE = 1_600;

    /// Against pictures that take long.
    private static final int MOST_PIXELS = 6_000_000;

    private Letters() {}

    /// Tells of the words in the first frame of a picture and of the URLs in them.
    public static void tell(byte[] picture, Findings found) {
        tell(picture, found, Tesseract.onPath());
    }

    static void tell(byte[] picture, Findings found, Optional<Tesseract> tesseract) {
        if (tesseract.isEmpty()) {
            found.truncated(
                    "letters",
                    0,
                    Text.of("画像の中の文字（tesseract がないため）", "the letters in a picture (tesseract is not installed)"));
            return;
        }
        List<BufferedImage> frames = new ArrayList<>();
        Decoder.read(picture, Magic.of(picture, 0, picture.length), found, frame -> {
            if (frames.isEmpty()) {
                frames.add(frame.image());
            }
        });
        if (frames.isEmpty()
                || frames.getFirst().getWidth() < NARROWEST
                || frames.getFirst().getHeight() < LOWEST) {
            return;
        }
        switch (tesseract.get().read(png(frames.getFirst()))) {
            case Tesseract.Answer.Read(String text) -> words(text, found);
            case Tesseract.Answer.Failed(String why) ->
                found.truncated(
                        "letters",
                        0,
                        Text.of("画像の中の文字（{0}）", "the letters in a picture ({0})")
                                .with(why));
        }
    }

    private static void words(String recognised, Findings found) {
        String text = unspaced(recognised.strip());
        found.words(Words.Origin.RECOGNISED, "", text);
        for (TextUrls.Hit hit : TextUrls.in(text)) {
            found.link(text.substring(hit.start(), hit.end()), hit.url(), Link.Context.RECOGNISED, "");
        }
    }

    /// Between kana and kanji it sees blanks that nobody wrote.
    static String unspaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = i > 0 && i + 1 < text.length();
            if (c != ' ' || !between || !isEastAsian(text.charAt(i - 1)) || !isEastAsian(text.charAt(i + 1))) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isEastAsian(char c) {
        return c >= 0x3000 && c <= 0x30ff || c >= 0x4e00 && c <= 0x9fff || c >= 0xff00 && c <= 0xffef;
    }

    private static byte[] png(BufferedImage image) {
        long pixels = (long) image.getWidth() * image.getHeight();
        double scale =
                Math.min(Math.max(1, (double) WIDE / image.getWidth()), Math.sqrt((double) MOST_PIXELS / pixels));
        scale = Math.min(scale, 2.5);
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setBackground(java.awt.Color.WHITE);
        pen.clearRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(grey, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
