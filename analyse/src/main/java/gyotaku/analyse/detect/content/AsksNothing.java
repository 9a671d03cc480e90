package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Nothing to follow, to open or to pay, and no word that lures.
@AutoService(Check.class)
@Detector(
        id = "asks-nothing",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class AsksNothing implements Check {

    private static final Text SAYS = Text.of(
            "リンクも添付ファイルもなく、何かを急がせたり求めたりする言葉も見つかりません。",
            "There is no link and no attachment, and no word that presses or asks was found.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        boolean nothing = new Targets(subject).web().findAny().isEmpty()
                && subject.mail().attachments().isEmpty()
                && subject.mail().pictures().isEmpty()
                && subject.wording().lures().isEmpty()
                && !subject.wording().body().isEmpty();
        Evidence text = new Evidence.InSample(
                "text", subject.mail().body().span(), subject.mail().subject(), Trust.CLAIMED);
        return Stream.of(text).filter(_ -> nothing).map(seen -> finding(SAYS, seen));
    }
}
