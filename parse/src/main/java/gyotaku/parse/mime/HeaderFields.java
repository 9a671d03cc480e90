package gyotaku.parse.mime;

import gyotaku.model.mail.Header;
import gyotaku.model.mail.Source;
import gyotaku.parse.header.Decoded;
import gyotaku.parse.header.EncodedWords;
import gyotaku.parse.header.HeaderText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The fields of a header block as text.
final class HeaderFields {

    private HeaderFields() {}

    static List<Header> of(Source source, HeaderBlock block, Notes notes) {
        List<Header> headers = new ArrayList<>(block.fields().size());
        for (RawField field : block.fields()) {
            headers.add(header(source, field, notes));
        }
        return headers;
    }

    private static Header header(Source source, RawField field, Notes notes) {
        byte[] bytes = source.bytes();
        HeaderText text = HeaderText.of(bytes, field.bodyStart(), field.end());
        Decoded value = EncodedWords.decode(text.body());
        text.problems().forEach(kind -> notes.defect(kind, source, field.start(), field.end()));
        value.problems().forEach(kind -> notes.defect(kind, source, field.start(), field.end()));
        String name = new String(bytes, field.start(), field.nameEnd() - field.start(), StandardCharsets.ISO_8859_1);
        return new Header(name, text.body(), value.value(), source.span(field.start(), field.end()));
    }
}
