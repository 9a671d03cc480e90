package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;

/// A part that is offered as a file.
///
/// @param name as written, or empty
/// @param type as labelled
/// @param looksLike media type by content, or empty when it is not recognised
public record Attachment(
        String name, String type, String looksLike, Sha256 sha256, int size, String partPath, ByteSpan span) {

    public Evidence evidence() {
        return new Evidence.InSample("attachment", span, (name.isEmpty() ? type : name) + " " + sha256, Trust.CLAIMED);
    }
}
