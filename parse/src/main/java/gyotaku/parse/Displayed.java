package gyotaku.parse;

import gyotaku.model.Limits;
import gyotaku.parse.link.DecodedImage;
import gyotaku.parse.link.DecodedText;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Piece;
import java.util.List;
import java.util.Set;

/// What a mail program shows of a message: its texts and pictures, in order.
final class Displayed {

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp");

    /// Against decoding a flood of pictures in search of QR codes.
    private static final int MOST_PICTURES = 8;

    private static final int LARGEST_PICTURE = 2 << 20;

    private final Limits limits;

    Displayed(Limits limits) {
        this.limits = limits;
    }

    List<DecodedText> texts(MimeMessage message) {
        return message.pieces().stream()
                .filter(piece -> !piece.inner() && Attachments.isShown(piece))
                .map(this::text)
                .toList();
    }

    private DecodedText text(Piece piece) {
        String type = piece.part().type().equals("text/html") ? "text/html" : "text/plain";
        return new DecodedText(
                piece.part().path(),
                type,
                piece.part().text().orElse(""),
                piece.part().body(),
                piece.offsets(limits.textBytes()));
    }

    List<DecodedImage> images(MimeMessage message) {
        return message.pieces().stream()
                .filter(piece ->
                        !piece.inner() && PICTURES.contains(piece.part().type()))
                .filter(piece -> piece.data().size() <= LARGEST_PICTURE)
                .limit(MOST_PICTURES)
                .map(piece -> new DecodedImage(
                        piece.part().path(),
                        piece.part().type(),
                        piece.copy(),
                        piece.part().body()))
                .toList();
    }
}
