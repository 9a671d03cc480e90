package gyotaku.parse.mime;

import gyotaku.parse.transfer.Transferred;
import java.util.Optional;

/// Makes MIME of parts that keep a message, or what belongs into the message, in another form: Outlook's, Exchange's,
/// or signed as a whole.
@FunctionalInterface
public interface Converter {

    /// @param content what the part says that it is
    /// @return empty when the part is in no such form
    Optional<Converted> convert(Content content, Transferred data);

    /// Makes nothing.
    static Converter none() {
        return (_, _) -> Optional.empty();
    }
}
