package gyotaku.parse;

import gyotaku.model.Limits;
import gyotaku.parse.link.DecodedText;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Piece;
import java.util.List;

/// The texts that a mail program shows of a message, in order.
final class Displayed {

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
}
