package gyotaku.analyse.brand;

import gyotaku.model.mail.ParsedMail;
import java.util.List;
import java.util.Locale;

/// Whether and where a mail shows another mail: quoted, or forwarded with its heading.
public final class Quotation {

    private static final List<String> HEADINGS = List.of(
            "-----original message",
            "---------- forwarded message",
            "begin forwarded message",
            "----- forwarded message",
            "-----元のメッセージ",
            "-----転送",
            "---------- 転送",
            "転送されたメッセージ",
            "転送元のメッセージ",
            "----- 以下");

    private Quotation() {}

    public static boolean isIn(ParsedMail mail) {
        String text = mail.body().visible();
        return own(text).length() < text.length()
                || mail.parts().anyMatch(part -> part.type().equals("message/rfc822"));
    }

    /// What the sender wrote himself above the mail that he shows.
    public static String own(String text) {
        int at = 0;
        for (String line : text.split("\n", -1)) {
            String start = line.strip().toLowerCase(Locale.ROOT);
            if (start.startsWith(">")
                    || start.startsWith("＞")
                    || HEADINGS.stream().anyMatch(start::startsWith)) {
                return text.substring(0, at);
            }
            at += line.length() + 1;
        }
        return text;
    }
}
