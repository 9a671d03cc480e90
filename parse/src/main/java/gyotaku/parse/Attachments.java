package gyotaku.parse;

import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Attachment;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The parts that a mail program offers as files.
final class Attachments {

    /// Parts that a mail program uses itself and does not offer.
    private static final Set<String> MACHINERY = Set.of(
            "application/pgp-signature",
            "application/pgp-encrypted",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/external-body",
            "message/partial",
            "text/rfc822-headers");

    private Attachments() {}

    static List<Attachment> of(MimeMessage message, Limits limits, Notes notes) {
        List<Attachment> found = new ArrayList<>();
        for (Piece piece : message.pieces()) {
            if (!piece.inner() && isOffered(piece)) {
                if (found.size() >= limits.attachments()) {
                    notes.truncated(
                            "attachments", limits.attachments(), Text.of("以降の添付ファイル", "the attachments after these"));
                    break;
                }
                found.add(attachment(piece));
            }
        }
        return found;
    }

    /// Whether the part is a file to the reader.
    static boolean isOffered(Piece piece) {
        String type = piece.part().type();
        boolean root = piece.part().path().equals("1");
        if (piece.part().disposition().equals("attachment") || piece.content().isMessage()) {
            return !root || !piece.content().isText() && !piece.content().isMessage();
        }
        if (piece.content().isMultipart()) {
            return false;
        }
        if (piece.content().isText()) {
            return !root && !piece.part().fileName().isEmpty() && !isShownInPlace(piece);
        }
        return !piece.part().fileName().isEmpty()
                || !MACHINERY.contains(type) && (type.startsWith("application/") || type.startsWith("message/"));
    }

    /// Text with a file name that asks to be shown; pages are offered all the same, since they are opened as files.
    private static boolean isShownInPlace(Piece piece) {
        return piece.part().disposition().equals("inline")
                && piece.part().type().equals("text/plain");
    }

    /// Whether the text of the part is shown with the message.
    static boolean isShown(Piece piece) {
        return piece.part().text().isPresent()
                && !MACHINERY.contains(piece.part().type())
                && (!isOffered(piece) || piece.part().disposition().equals("inline"));
    }

    private static Attachment attachment(Piece piece) {
        return new Attachment(
                piece.part().fileName(),
                piece.part().type(),
                Magic.of(piece.data().bytes(), piece.data().from(), piece.data().to()),
                piece.part().content(),
                piece.part().size(),
                piece.part().path(),
                piece.source().span(piece.start(), piece.end()));
    }
}
