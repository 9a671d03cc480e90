package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Folded;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// Much text stands in the mail that its reader does not see. A hidden first line for the preview is usual and too
/// short to count.
@AutoService(Check.class)
@Detector(id = "hidden-text", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class HiddenText implements Check {

    private static final Text SAYS = Text.of(
            "読者に見えない文字が {0} 字埋め込まれています:「{1}」",
            "{0} characters of text are embedded that the reader does not see: “{1}”");

    /// Longer than any honest preview line.
    private static final int SUBSTANCE = 400;

    private static final int SHOWN = 40;

    @Override
    public Stream<Finding> examine(Subject subject) {
        List<Folded> hidden =
                subject.mail().body().hidden().stream().map(Folded::of).toList();
        int length = hidden.stream().mapToInt(text -> text.text().length()).sum();
        if (length < SUBSTANCE) {
            return Stream.empty();
        }
        String first = hidden.stream()
                .map(Folded::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String shown = first.substring(0, Math.min(SHOWN, first.length()));
        Evidence seen = new Evidence.InSample("text", subject.mail().body().span(), first, Trust.CLAIMED);
        return Stream.of(finding(SAYS.with(length, shown), seen));
    }
}
