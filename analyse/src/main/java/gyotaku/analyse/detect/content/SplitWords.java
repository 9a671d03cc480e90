package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.Visible;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.Optional;
import java.util.stream.Stream;

/// Invisible characters stand inside words, so that filters do not find the word and readers do not see it.
@AutoService(Check.class)
@Detector(id = "split-words", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class SplitWords implements Check {

    private static final Text SAYS =
            Text.of("目に見えない文字で、語が分断されています:「{0}」", "Invisible characters stand inside words: “{0}”");

    private static final int ENOUGH = 3;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String name = subject.mail().from().map(Mailbox::name).orElse("");
        Optional<Finding> head = Stream.of(name, subject.mail().subject())
                .filter(text -> splits(text, 1) >= 1)
                .findFirst()
                .flatMap(text -> new Parties(subject)
                        .header(text.equals(name) ? "From" : "Subject")
                        .map(header -> finding(SAYS.with(Visible.of(text)), header)));
        return head.or(() -> body(subject)).stream();
    }

    private Optional<Finding> body(Subject subject) {
        String text = subject.mail().body().visible();
        if (splits(text, ENOUGH) < ENOUGH) {
            return Optional.empty();
        }
        int at = first(text);
        String shown = Visible.of(text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 10)));
        return Optional.of(finding(
                SAYS.with(shown),
                new Evidence.InSample("text", subject.mail().body().span(), shown, Trust.CLAIMED)));
    }

    private static int splits(String text, int most) {
        int splits = 0;
        for (int i = 1; i + 1 < text.length() && splits < most; i++) {
            splits += isSplit(text, i) ? 1 : 0;
        }
        return splits;
    }

    private static int first(String text) {
        int i = 1;
        while (!isSplit(text, i)) {
            i++;
        }
        return i;
    }

    /// A mark of format, or one that joins nothing, between two letters that need none. The soft hyphen is for long
    /// words.
    private static boolean isSplit(String text, int i) {
        char c = text.charAt(i);
        boolean unseen = c == 0x34F
                || c >= 0x334 && c <= 0x338
                || c == 0x7FF
                || c >= 0x200B && c <= 0x200F
                || c >= 0x2060 && c <= 0x2064
                || c == 0xFEFF
                || c == 0x70F
                || c == 0x73F;
        return unseen && isPlain(text.charAt(i - 1)) && isPlain(text.charAt(i + 1));
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x3041 && c <= 0x9FFF;
    }
}
