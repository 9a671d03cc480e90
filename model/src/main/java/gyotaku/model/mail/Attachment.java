package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;

/// A part that is offered as a file, or a picture that the mail shows.
///
/// @param name as written, or empty
/// @param type as labelled
/// @param looksLike media type by content, or empty when it is not recognised
/// @param size in bytes
/// @param opened what is in it
public record Attachment(
        String name,
        String type,
        String looksLike,
        Prints prints,
        int size,
        String partPath,
        ByteSpan span,
        Opened opened) {

    public Sha256 sha256() {
        return prints.sha256();
    }

    public Evidence evidence() {
        return evidence(sha256().hex());
    }

    /// @param seen what in it is meant
    public Evidence evidence(String seen) {
        return new Evidence.InSample("attachment", span, (name.isEmpty() ? type : name) + " " + seen, Trust.CLAIMED);
    }
}
