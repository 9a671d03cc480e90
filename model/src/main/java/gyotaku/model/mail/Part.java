package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import java.util.List;
import java.util.Optional;

/// A node of the MIME tree (RFC 2045 to 2049). At most `Limits.mimeDepth` deep, so it may be walked recursively.
///
/// @param path `1` is the message itself, `1.2` its second part, `1.2.1` what lies in that; `1.2~2` is what another
/// program makes of `1.2`, and stands below it
/// @param type `type/subtype`, lower case; `text/plain` when none is given
/// @param charset as labelled, lower case, or empty
/// @param usedCharset what the text was really decoded by, or empty for parts without text
/// @param disposition `inline`, `attachment` or empty
/// @param fileName decoded (RFC 2231, RFC 2047), as written: never a path of ours
/// @param contentId without angle brackets, or empty
/// @param headers header fields of this part
/// @param header span of its header block
/// @param body span of its encoded body
/// @param content digest of the decoded body; of a multipart, whose content are its parts, the digest of nothing
/// @param size bytes of the decoded body; 0 of a multipart
/// @param text the decoded text of `text/*` parts, at most `Limits.textBytes`
/// @param children parts of a multipart, or the one message in a `message/rfc822`
public record Part(
        String path,
        String type,
        String charset,
        String usedCharset,
        String disposition,
        String fileName,
        String contentId,
        List<Header> headers,
        ByteSpan header,
        ByteSpan body,
        Sha256 content,
        int size,
        Optional<String> text,
        List<Part> children) {

    public Part {
        headers = List.copyOf(headers);
        children = List.copyOf(children);
    }

    /// The same with other children.
    public Part with(List<Part> others) {
        return new Part(
                path,
                type,
                charset,
                usedCharset,
                disposition,
                fileName,
                contentId,
                headers,
                header,
                body,
                content,
                size,
                text,
                others);
    }

    public Evidence evidence(String excerpt) {
        return new Evidence.InSample("part", body, excerpt, Trust.CLAIMED);
    }
}
