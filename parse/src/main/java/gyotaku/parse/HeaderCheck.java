package gyotaku.parse;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Header;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Notes;
import java.util.List;

/// Fields that must be there, and those that may be there once (RFC 5322 section 3.6).
final class HeaderCheck {

    private static final List<String> REQUIRED = List.of("From", "Date");
    private static final List<String> ONCE = List.of(
            "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References");

    private HeaderCheck() {}

    static void note(List<Header> headers, MimeMessage message, Notes notes) {
        for (String name : REQUIRED) {
            if (headers.stream().noneMatch(header -> header.is(name))) {
                notes.defect(Kind.MISSING_HEADER, message.root().header(), name);
            }
        }
        for (String name : ONCE) {
            headers.stream()
                    .filter(header -> header.is(name))
                    .skip(1)
                    .forEach(header ->
                            notes.defect(Kind.DUPLICATE_HEADER, header.span(), header.name() + ": " + header.body()));
        }
    }
}
