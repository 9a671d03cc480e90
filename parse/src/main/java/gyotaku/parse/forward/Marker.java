package gyotaku.parse.forward;

import gyotaku.model.mail.Forwarded.Style;
import java.util.List;
import java.util.Optional;

/// The line that programs write above a mail that they forward, or answer.
///
/// @param forwards whether the line says that it forwards; Outlook writes the same line above what it answers
record Marker(Style style, boolean forwards) {

    private record Form(String words, int dashes, Style style, boolean forwards) {}

    /// The first that fits counts. Gmail writes ten dashes before and nine or ten behind, Thunderbird eight.
    private static final List<Form> FORMS = List.of(
            new Form("Forwarded message", 9, Style.GMAIL, true),
            new Form("転送メッセージ", 9, Style.GMAIL, true),
            new Form("Forwarded Message", 8, Style.THUNDERBIRD, true),
            new Form("転送メッセージ", 8, Style.THUNDERBIRD, true),
            new Form("Begin forwarded message", 0, Style.APPLE_MAIL, true),
            new Form("転送されたメッセージ", 0, Style.APPLE_MAIL, true),
            new Form("Forwarded message", 0, Style.OTHER, true),
            new Form("Forwarded Message", 0, Style.OTHER, true),
            new Form("Forwarded by", 2, Style.OTHER, true),
            new Form("転送メッセージ", 0, Style.OTHER, true),
            new Form("転送", 2, Style.OTHER, true),
            new Form("Original Message", 8, Style.OTHER, false),
            new Form("Original Message", 2, Style.OUTLOOK, false),
            new Form("元のメッセージ", 2, Style.OUTLOOK, false),
            new Form("Original message", 2, Style.OTHER, false),
            new Form("Original Appointment", 2, Style.OUTLOOK, false),
            new Form("オリジナルメッセージ", 2, Style.OTHER, false));

    private static final int LONGEST = 120;

    /// What the line is; empty when it is no marker.
    static Optional<Marker> in(String line) {
        String text = Quote.stripped(Quote.off(line));
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int dashes = dashes(text);
        String words = words(text);
        return FORMS.stream()
                .filter(form -> words.startsWith(form.words) && dashes >= form.dashes)
                .filter(form -> form.forwards || words.equals(form.words))
                .filter(form -> dashes > 0 || words.equals(form.words))
                .findFirst()
                .map(form -> new Marker(form.style, form.forwards));
    }

    private static int dashes(String text) {
        int i = 0;
        while (i < text.length() && isRule(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String words(String text) {
        int end = text.length();
        while (end > 0 && (isRule(text.charAt(end - 1)) || isEnd(text.charAt(end - 1)))) {
            end--;
        }
        int start = Math.min(dashes(text), end);
        return Quote.stripped(text.substring(start, end));
    }

    private static boolean isRule(char c) {
        return c == '-' || c == '=' || c == '_' || c == '－' || c == 'ー';
    }

    private static boolean isEnd(char c) {
        return c == ':' || c == '：' || c == ' ' || c == '\u00a0';
    }
}
