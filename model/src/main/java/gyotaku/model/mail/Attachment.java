package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import java.util.List;

/// A part that is offered as a file, or a picture that the mail shows.
///
/// @param name as written, or empty
/// @param type as labelled
/// @param looksLike media type by content, or empty when it is not recognised
/// @param size in bytes
/// @param opened what is in it
/// @param otherNames that some programs show instead of `name`, read otherwise
public record Attachment(
        String name,
        String type,
        String looksLike,
        Prints prints,
        int size,
        String partPath,
        ByteSpan span,
        Opened opened,
        List<String> otherNames) {

    public Attachment {
        otherNames = List.copyOf(otherNames);
    }

    /// A file that has one name.
    public Attachment(
            String name,
            String type,
            String looksLike,
            Prints prints,
            int size,
            String partPath,
            ByteSpan span,
            Opened opened) {
        this(name, type, looksLike, prints, size, partPath, span, opened, List.of());
    }

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
