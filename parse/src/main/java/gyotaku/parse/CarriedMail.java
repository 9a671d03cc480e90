package gyotaku.parse;

import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Source;
import gyotaku.parse.link.LinkReader;
import gyotaku.parse.link.LinkReading;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import java.util.ArrayList;
import java.util.List;

/// A mail that lies in another one: what it says, where it leads and what it brings.
///
/// @param files the parts that it offers as files, and its pictures
/// @param truncated limits that were hit
public record CarriedMail(Body body, List<Link> links, List<Piece> files, List<Truncated> truncated) {

    /// Reads a message. Nothing that it holds makes this throw.
    public static CarriedMail of(byte[] message, Limits limits) {
        Notes notes = new Notes();
        MimeMessage read = MimeReader.read(Source.of(message), limits, notes);
        LinkReading links = new LinkReader(limits)
                .read(new Displayed(limits).texts(read), read.root().body())
                .with(List.of());
        List<Piece> files = read.pieces().stream()
                .filter(piece -> !piece.inner())
                .filter(piece ->
                        Attachments.isOffered(piece) || piece.part().type().startsWith("image/"))
                .limit(limits.attachments())
                .toList();
        List<Truncated> cut = new ArrayList<>(notes.truncated());
        cut.addAll(links.truncated());
        return new CarriedMail(links.body(), links.links(), files, List.copyOf(cut));
    }
}
