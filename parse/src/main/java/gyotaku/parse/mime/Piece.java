package gyotaku.parse.mime;

import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.charset.Coding;
import gyotaku.parse.transfer.Transferred;
import java.util.Arrays;
import java.util.Optional;

/// A part that holds content of its own, with that content.
///
/// @param source what the part's spans count in
/// @param start of its encoded body in `source`
/// @param data the content without transfer encoding
/// @param coding of its text
/// @param inner whether it lies in a message that the message carries
/// @param signed header and body of the part that this one signs (RFC 1847)
/// @param converted what became of it, when it keeps a message in a form of its own
public record Piece(
        Part part,
        Content content,
        Source source,
        int start,
        int end,
        Transferred data,
        Optional<Coding> coding,
        boolean inner,
        Optional<Source> signed,
        Optional<Converted> converted) {

    /// Whether a message lies in it, in whatever form.
    public boolean isCarried() {
        return content.isMessage() || is(Converted.Kind.CARRIED);
    }

    /// Whether it is only the wrapping of parts that stand in its place.
    public boolean isWrapping() {
        return is(Converted.Kind.WRAPPED) && !content.isPkcs7();
    }

    private boolean is(Converted.Kind kind) {
        return converted.filter(made -> made.isRead() && made.kind() == kind).isPresent();
    }

    /// The content as bytes of its own.
    public byte[] copy() {
        return Arrays.copyOfRange(data.bytes(), data.from(), data.to());
    }

    /// The way from characters of its text to bytes of the sample.
    public PartOffsets offsets(int textBytes) {
        return new PartOffsets(this, textBytes);
    }
}
