package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Blanks stand inside Japanese sentences, where Japanese has none: the text was pieced together or is to slip past
/// filters.
@AutoService(Check.class)
@Detector(id = "odd-spacing", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class OddSpacing implements Check {

    private static final Text SAYS =
            Text.of("日本語の文中に、不自然な空白が入っています:「{0}」", "Blanks stand inside Japanese words and sentences: “{0}”");

    private static final int ENOUGH = 4;
    private static final int MOST = 20_000;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.mail().body().visible();
        if (!Japanese.isWrittenIn(text)) {
            return Stream.empty();
        }
        int seen = 0;
        int first = -1;
        for (int i = 2; i + 2 < Math.min(MOST, text.length()); i++) {
            if (isOdd(text, i)) {
                first = first < 0 ? i : first;
                seen++;
            }
        }
        if (seen < ENOUGH) {
            return Stream.empty();
        }
        String shown = text.substring(Math.max(0, first - 8), Math.min(text.length(), first + 8))
                .strip();
        return Stream.of(finding(
                SAYS.with(shown),
                new Evidence.InSample("text", subject.mail().body().span(), shown, Trust.CLAIMED)));
    }

    /// One blank between hiragana and a letter of the same sentence; blanks that lay out a table come in rows.
    private static boolean isOdd(String text, int i) {
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        boolean hiragana = before >= 0x3041 && before <= 0x3096 && after >= 0x3041 && after <= 0x3096;
        return text.charAt(i) == ' ' && hiragana;
    }
}
