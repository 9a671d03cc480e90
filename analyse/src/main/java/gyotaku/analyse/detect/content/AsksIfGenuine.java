package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.Quotation;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.wording.Lexicon;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.Visible;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Somebody who is who he says shows another mail and asks whether it is genuine. What that mail says is not what its
/// sender says, though its links are as bad as they were.
@AutoService(Check.class)
@Detector(
        id = "asks-if-genuine",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class AsksIfGenuine implements Check {

    private static final Text SAYS = Text.of(
            "別のメールを引用または転送し、それが本物かを尋ねています:「{0}」", "It shows another mail and asks whether that one is genuine: “{0}”");

    /// A question about a mail is short.
    private static final int LONGEST = 600;

    private static final int QUOTED = 80;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String own = Quotation.own(subject.mail().body().visible()).strip();
        boolean asks = Quotation.isIn(subject.mail())
                && own.length() <= LONGEST
                && Lexicon.bundled().says("asks-if-genuine", subject.mail().subject() + "\n" + own);
        if (!asks || !new Parties(subject).isProven() || subject.posedBrand().isPresent()) {
            return Stream.empty();
        }
        String shown = Visible.of(own.isEmpty() ? subject.mail().subject() : own);
        String quoted = shown.length() > QUOTED ? shown.substring(0, QUOTED) : shown;
        return Stream.of(finding(
                SAYS.with(quoted),
                new Evidence.InSample("text", subject.mail().body().span(), quoted, Trust.CLAIMED)));
    }
}
