package gyotaku.parse;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.Trait;
import gyotaku.parse.drawing.Drawing;
import gyotaku.parse.link.TextReading;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The parts that a mail program offers as files, and the pictures that it shows, opened.
final class Attachments {

    /// Against decoding a flood of pictures.
    private static final int MOST_PICTURES = 16;

    /// Against decoding large photographs twice: half a code takes less.
    private static final int LARGEST_HALF = 256 << 10;

    /// Against texts that are nothing but drawings.
    private static final int MOST_DRAWINGS = 8;

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

    /// Recognising letters takes half a second a picture.
    private static final int MOST_READ = 3;

    /// No picture of fewer bytes holds a text.
    private static final int SMALLEST_READ = 1_000;

    /// A mail that says less than this says it by its pictures.
    private static final int HARDLY_ANY_LETTERS = 200;

    private final Opener opener;
    private final List<String> passwords;
    private final Notes notes;
    private final Set<String> read = new HashSet<>();

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

    /// The pictures that the texts draw by letters or tables.
    List<Attachment> drawn(TextReading texts) {
        return texts.drawn().stream().limit(MOST_DRAWINGS).map(this::drawn).toList();
    }

    private Attachment drawn(TextReading.Drawn drawn) {
        Drawing drawing = drawn.drawing();
        Enclosure file = new Enclosure(drawing.place(), "image/bmp", drawing.bmp(), List.of());
        return new Attachment(
                drawing.place(),
                "image/bmp",
                "image/bmp",
                FilePrints.of(drawing.bmp()),
                drawing.bmp().length,
                drawn.partPath(),
                drawn.span(),
                opener.open(file));
    }

    /// What neighbouring pictures show together and not alone.
    ///
    /// @param shown pictures
    /// @param offered files; pictures with a name are among them
    List<Attachment> joined(MimeMessage message, List<Attachment> shown, List<Attachment> offered) {
        List<Attachment> joined = new ArrayList<>();
        List<Attachment> pictures = Stream.concat(shown.stream(), offered.stream())
                .filter(file -> file.looksLike().startsWith("image/"))
                .sorted(Comparator.comparingInt(file -> file.span().start()))
                .limit(MOST_PICTURES)
                .toList();
        for (int i = 1; i < pictures.size(); i++) {
            Attachment first = pictures.get(i - 1);
            Attachment second = pictures.get(i);
            if (mayBeHalf(first) && mayBeHalf(second)) {
                Enclosure both = Enclosure.joined(bytes(message, first), bytes(message, second));
                joined.add(new Attachment(
                        first.name() + " + " + second.name(),
                        "",
                        "",
                        FilePrints.of(both.bytes()),
                        both.bytes().length,
                        first.partPath(),
                        first.span(),
                        opener.open(both)));
            }
        }
        return joined;
    }

    private static boolean mayBeHalf(Attachment picture) {
        return picture.opened().state() == Opened.State.READ
                && picture.size() <= LARGEST_HALF
                && !picture.opened().shows(Trait.Kind.QR_CODE);
    }

    private static byte[] bytes(MimeMessage message, Attachment picture) {
        return message.pieces().stream()
                .filter(piece -> piece.part().path().equals(picture.partPath()))
                .findFirst()
                .orElseThrow()
                .copy();
    }

    /// Whether the part is a file to the reader.
    static boolean isOffered(Piece piece) {
        String type = piece.part().type();
        boolean root = piece.part().path().equals("1");
        if (piece.isWrapping() || piece.signed().isPresent()) {
            return piece.signed().isPresent();
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

    /// Which pictures are read letter by letter: the largest of a mail that says hardly anything in letters.
    void choose(MimeMessage message, Body body) {
        long letters =
                body.visible().codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < HARDLY_ANY_LETTERS) {
            message.pieces().stream()
                    .filter(piece -> !piece.inner() && piece.part().size() >= SMALLEST_READ)
                    .filter(piece -> piece.part().type().startsWith("image/"))
                    .sorted(Comparator.comparingInt(
                            (Piece piece) -> -piece.part().size()))
                    .limit(MOST_READ)
                    .forEach(piece -> read.add(piece.part().path()));
        }
    }

    private Enclosure enclosure(Piece piece, byte[] bytes) {
        String name = piece.part().fileName();
        String type = piece.part().type();
        return piece.signed()
                .map(entity -> Enclosure.signed(
                        name, type, Arrays.copyOfRange(entity.bytes(), entity.from(), entity.to()), bytes))
                .orElseGet(() -> new Enclosure(name, type, bytes, passwords));
    }

    private Attachment attachment(Piece piece) {
        byte[] bytes = piece.copy();
        Opened opened = opener.open(enclosure(piece, bytes));
        if (read.contains(piece.part().path())) {
            opened = opened.and(opener.open(Enclosure.letters(bytes)));
        }
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
                opened,
                piece.content().otherNames());
    }
}
