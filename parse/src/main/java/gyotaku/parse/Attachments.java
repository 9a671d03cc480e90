package gyotaku.parse;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import gyotaku.parse.mime.Converted;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The parts that a mail program offers as files, and the pictures that it shows, opened.
final class Attachments {

    /// Against decoding a flood of pictures.
    private static final int MOST_PICTURES = 16;

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

    private final Opener opener;
    private final List<String> passwords;
    private final Notes notes;

    /// @param passwords words of the mail that may open a locked file
    Attachments(Opener opener, List<String> passwords, Notes notes) {
        this.opener = opener;
        this.passwords = passwords;
        this.notes = notes;
    }

    /// What is offered.
    List<Attachment> offered(MimeMessage message, Limits limits) {
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

    /// What is shown in the message.
    List<Attachment> pictures(MimeMessage message) {
        List<Piece> shown = message.pieces().stream()
                .filter(piece -> !piece.inner() && !isOffered(piece))
                .filter(piece -> piece.part().type().startsWith("image/"))
                .toList();
        if (shown.size() > MOST_PICTURES) {
            notes.truncated("pictures", MOST_PICTURES, Text.of("以降の画像", "the pictures after these"));
        }
        List<Attachment> pictures =
                shown.stream().limit(MOST_PICTURES).map(this::attachment).toList();
        pictures.stream()
                .filter(picture -> picture.opened().state() == Opened.State.BROKEN)
                .forEach(picture -> notes.defect(Kind.UNREADABLE_IMAGE, picture.span(), picture.type()));
        return pictures;
    }

    /// Whether the part is a file to the reader.
    static boolean isOffered(Piece piece) {
        String type = piece.part().type();
        boolean root = piece.part().path().equals("1");
        if (piece.isWrapping()) {
            return false;
        }
        if (piece.part().disposition().equals("attachment") || piece.isCarried()) {
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

    /// What was converted is open already, unless a word of the mail may open more of it.
    private Opened opened(Piece piece, byte[] bytes) {
        return piece.converted()
                .map(Converted::opened)
                .filter(opened -> passwords.isEmpty()
                        || opened.all().noneMatch(file -> file.opened().state() == Opened.State.LOCKED))
                .orElseGet(() -> opener.open(
                        new Enclosure(piece.part().fileName(), piece.part().type(), bytes, passwords)));
    }

    private Attachment attachment(Piece piece) {
        byte[] bytes = piece.copy();
        Opened opened = opened(piece, bytes);
        notes.add(List.of(), opened.truncated());
        opened.all().forEach(inside -> notes.add(List.of(), inside.opened().truncated()));
        return new Attachment(
                piece.part().fileName(),
                piece.part().type(),
                Magic.of(bytes, 0, bytes.length),
                FilePrints.of(bytes),
                bytes.length,
                piece.part().path(),
                piece.source().span(piece.start(), piece.end()),
                opened);
    }
}
