package gyotaku.parse.mime;

import gyotaku.parse.header.FieldParameters;
import gyotaku.parse.transfer.TransferCoding;
import java.util.List;
import java.util.Locale;

/// What a part's header says about its content (RFC 2045, 2183).
///
/// @param type `type/subtype`
/// @param boundary of a multipart, or empty
/// @param contentId without angle brackets
/// @param otherNames that other programs give the file
/// @param doubtful whether programs disagree on the type, the boundary or the encoding
public record Content(
        String type,
        FieldParameters parameters,
        String boundary,
        TransferCoding transfer,
        String disposition,
        String fileName,
        String contentId,
        List<String> otherNames,
        boolean doubtful) {

    public boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    public boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global") || type.equals("message/news");
    }

    /// Whether it is S/MIME in one piece (RFC 8551 section 3.2).
    public boolean isPkcs7() {
        return type.equals("application/pkcs7-mime")
                || type.equals("application/x-pkcs7-mime")
                || fileName.toLowerCase(Locale.ROOT).endsWith(".p7m");
    }

    public boolean isText() {
        return type.startsWith("text/");
    }

    public String charset() {
        return parameters.get("charset");
    }

    /// A file that stands in a part or is the part read otherwise.
    Content asFile(String name) {
        boolean divided = isMultipart() || isMessage() || isText() && !name.isEmpty();
        return new Content(
                divided ? "application/octet-stream" : type,
                parameters,
                "",
                transfer,
                name.isEmpty() ? disposition : "attachment",
                name.isEmpty() ? fileName : name,
                contentId,
                otherNames,
                false);
    }

    Content withBoundary(String other) {
        return new Content(type, parameters, other, transfer, disposition, fileName, contentId, otherNames, doubtful);
    }
}
