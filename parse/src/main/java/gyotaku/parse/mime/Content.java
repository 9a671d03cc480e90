package gyotaku.parse.mime;

import gyotaku.parse.header.FieldParameters;
import gyotaku.parse.transfer.TransferCoding;

/// What a part's header says about its content (RFC 2045, 2183).
///
/// @param type `type/subtype`
/// @param boundary of a multipart, or empty
/// @param contentId without angle brackets
public record Content(
        String type,
        FieldParameters parameters,
        String boundary,
        TransferCoding transfer,
        String disposition,
        String fileName,
        String contentId) {

    public boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    public boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global") || type.equals("message/news");
    }

    public boolean isText() {
        return type.startsWith("text/");
    }

    public String charset() {
        return parameters.get("charset");
    }

    Content withBoundary(String other) {
        return new Content(type, parameters, other, transfer, disposition, fileName, contentId);
    }
}
