package gyotaku.parse;

import gyotaku.model.Text;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Source;
import gyotaku.parse.header.UsualFields;
import java.util.List;
import java.util.Optional;

/// Tells a message from other bytes: a message begins with at least one field that mail uses.
final class MailShape {

    private MailShape() {}

    static boolean isMail(List<Header> headers) {
        return headers.stream().anyMatch(header -> UsualFields.have(header.name()));
    }

    /// Why the bytes are no mail.
    static Optional<Text> objection(List<Header> headers, Source sample) {
        return isMail(headers) ? Optional.empty() : Optional.of(seen(sample));
    }

    private static Text seen(Source sample) {
        if (sample.to() == sample.from()) {
            return Text.of("メールではありません。ファイルが空です。", "This is no mail: the file is empty.");
        }
        String type = Magic.of(sample.bytes(), sample.from(), sample.to());
        if (!type.isEmpty()) {
            return Text.of(
                            "メールではありません。メールのヘッダー行がなく、内容は {0} 形式のファイルです。",
                            "This is no mail: no header field stands at its top, and its content is a file of type {0}.")
                    .with(type);
        }
        return isText(sample)
                ? Text.of(
                        "メールではありません。先頭にメールのヘッダー行がない普通の文章です。",
                        "This is no mail: it is plain text without a header field at its top.")
                : Text.of(
                        "メールではありません。先頭にメールのヘッダー行がなく、種類のわからないデータです。",
                        "This is no mail: no header field stands at its top, and its data are of no known kind.");
    }

    private static boolean isText(Source sample) {
        int stop = Math.min(sample.to(), sample.from() + 4096);
        for (int i = sample.from(); i < stop; i++) {
            byte b = sample.bytes()[i];
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != 0x1b && b != '\f') {
                return false;
            }
        }
        return true;
    }
}
