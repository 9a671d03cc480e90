package gyotaku.parse;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Header;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;

/// Parts that are not in the sample any more: Apple Mail keeps attachments in files beside a `.partial.emlx`,
/// Thunderbird detaches or deletes them. What stands in their place is not what was sent.
final class StoredElsewhere {

    private StoredElsewhere() {}

    static void note(MimeMessage message, Notes notes) {
        for (Piece piece : message.pieces()) {
            piece.part().headers().stream()
                    .filter(header -> tells(header, piece))
                    .findFirst()
                    .ifPresent(header -> notes.defect(
                            Kind.PART_STORED_ELSEWHERE, header.span(), header.name() + ": " + header.body()));
        }
    }

    private static boolean tells(Header header, Piece piece) {
        return header.is("X-Apple-Content-Length") && piece.part().size() == 0
                || header.is("X-Mozilla-Altered")
                || header.is("X-Mozilla-External-Attachment-URL");
    }
}
