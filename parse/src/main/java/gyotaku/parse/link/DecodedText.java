package gyotaku.parse.link;

import gyotaku.model.ByteSpan;

/// The text of one displayed part, with the way back to the sample's bytes.
///
/// @param partPath [gyotaku.model.mail.Part#path]
/// @param type `text/html` or `text/plain` (any other text is shown as plain)
public record DecodedText(String partPath, String type, String text, ByteSpan body, Offsets offsets) {

    /// From characters of the text to bytes of the sample.
    @FunctionalInterface
    public interface Offsets {

        /// @param start first character (UTF-16 index), inclusive
        /// @param end exclusive
        ByteSpan span(int start, int end);
    }
}
