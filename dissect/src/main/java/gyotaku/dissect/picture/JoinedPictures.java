package gyotaku.dissect.picture;

import gyotaku.dissect.Findings;
import gyotaku.parse.Magic;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Two neighbouring pictures of a mail: a code that is cut in two is read by whoever sees both.
public final class JoinedPictures {

    private JoinedPictures() {}

    /// Tells of the codes that the pictures show side by side, when they are of one height, or one above the other,
    /// when they are of one width.
    ///
    /// @param both as [gyotaku.model.mail.Enclosure#joined] makes them
    public static void tell(byte[] both, Findings found) {
        ByteBuffer in = ByteBuffer.wrap(both);
        byte[] first = new byte[in.getInt()];
        in.get(first);
        byte[] second = new byte[in.remaining()];
        in.get(second);
        List<BufferedImage> one = frames(first, found);
        List<BufferedImage> other = frames(second, found);
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        BufferedImage a = one.getFirst();
        BufferedImage b = other.getFirst();
        if (a.getHeight() == b.getHeight()) {
            QrCodes.tell(joined(a, b, a.getWidth(), 0), "", found);
        }
        if (a.getWidth() == b.getWidth()) {
            QrCodes.tell(joined(a, b, 0, a.getHeight()), "", found);
        }
    }

    private static List<BufferedImage> frames(byte[] picture, Findings found) {
        List<BufferedImage> frames = new ArrayList<>();
        Decoder.read(picture, Magic.of(picture, 0, picture.length), found, frame -> frames.add(frame.image()));
        return frames;
    }

    /// @param x where the second begins
    /// @param y likewise
    private static BufferedImage joined(BufferedImage a, BufferedImage b, int x, int y) {
        BufferedImage both = new BufferedImage(x + b.getWidth(), y + b.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = both.createGraphics();
        pen.drawImage(a, 0, 0, null);
        pen.drawImage(b, x, y, null);
        pen.dispose();
        return both;
    }
}
