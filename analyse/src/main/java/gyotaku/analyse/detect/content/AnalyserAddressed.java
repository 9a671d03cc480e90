package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Lexicon;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The text gives orders to whoever examines it, seen or hidden. It is reported, and changes nothing else.
@AutoService(Check.class)
@Detector(id = "analyser-addressed", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class AnalyserAddressed implements Check {

    private static final Text SEEN =
            Text.of("検査する側に向けた指示が書かれています:{0}", "It gives instructions to whoever examines it: {0}");

    private static final Text HIDDEN = Text.of(
            "読者に見えない場所に、検査する側に向けた指示が書かれています:「{0}」",
            "Where the reader does not look it gives instructions to whoever examines it: “{0}”");

    private static final String TACTIC = "to-the-analyser";

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by(TACTIC, subject)
                .map(lured -> finding(SEEN.with(lured.quote()), lured.evidence()))
                .or(() -> subject.mail().body().hidden().stream()
                        .filter(text -> Lexicon.bundled().says(TACTIC, text))
                        .findFirst()
                        .map(text -> finding(HIDDEN.with(shortened(text)), evidence(text, subject))))
                .stream();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private static Evidence evidence(String text, Subject subject) {
        return new Evidence.InSample("text", subject.mail().body().span(), text, Trust.CLAIMED);
    }
}
