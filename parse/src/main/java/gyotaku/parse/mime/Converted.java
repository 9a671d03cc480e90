package gyotaku.parse.mime;

import gyotaku.model.ByteSpan;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Source;
import java.util.Optional;

/// A part in a form of its own, opened.
///
/// @param opened what is in it; without a message when it could not be read
public record Converted(Kind kind, Opened opened) {

    public enum Kind {
        /// It is a message that the mail carries.
        CARRIED,
        /// It is what the mail says itself, made anew by a server.
        WRAPPED
    }

    public boolean isRead() {
        return opened.message().isPresent();
    }

    /// @param keptIn where it stands in the sample
    public Optional<Source> source(ByteSpan keptIn) {
        return opened.message().map(bytes -> Source.rebuilt(bytes, keptIn));
    }
}
