package gyotaku.parse.forward;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands before the colon in a quoted header, by the words of the programs that write it: Outlook, Gmail, Apple
/// Mail, Thunderbird, Yahoo! and those that follow them, in English and Japanese.
enum Label {
    FROM("from", "差出人", "差出人(from)", "送信者", "送信元", "発信者"),
    /// Only Outlook and Yahoo! say "Sent".
    SENT("sent", "送信日時", "送信日"),
    DATE("date", "日付", "日時", "送信日時(date)"),
    SUBJECT("subject", "件名", "題名", "表題"),
    TO("to", "宛先", "送信先", "受信者"),
    CC("cc", "cc(写し)", "写し"),
    REPLY_TO("reply-to", "返信先", "返信先(reply-to)"),
    IMPORTANCE("importance", "重要度", "attachments", "添付ファイル");

    /// Against a search for a colon in a long line; the longest label has 18 characters.
    private static final int LONGEST = 24;

    private final List<String> words;

    Label(String... words) {
        this.words = List.of(words);
    }

    /// A line of a quoted header.
    record Said(Label label, String value) {}

    /// The label of a line and what stands behind it; empty when it has none.
    static Optional<Said> in(String line) {
        String text = Quote.off(line);
        int colon = colon(text);
        if (colon < 0) {
            return Optional.empty();
        }
        String word = text.substring(0, colon)
                .replace("*", "")
                .replace("（", "(")
                .replace("）", ")")
                .strip()
                .toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1);
        return List.of(values()).stream()
                .filter(label -> label.words.contains(word))
                .findFirst()
                .map(label -> new Said(label, Quote.stripped(value.startsWith("*") ? value.substring(1) : value)));
    }

    private static int colon(String text) {
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }
}
