package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A notice that shows what bad mails say, tells what to do with them and leads nowhere but home: the lures in it are
/// quoted. Phishing warns too, but leads elsewhere and does not tell what to do after one has fallen for it.
@AutoService(Check.class)
@Detector(
        id = "warns-of-fraud",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class WarnsOfFraud implements Check {

    private static final Text SAYS =
            Text.of("不審なメールの特徴や、届いたときの対処を知らせる文面です:{0}", "It describes bad mails and says what to do with them: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        Targets targets = new Targets(subject);
        boolean home = targets.web().allMatch(link -> targets.registered(link).equals(parties.from()));
        return Lured.by("warns-of-fraud", 4, subject).stream()
                .filter(_ -> home && parties.isProven() && subject.posedBrand().isEmpty())
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
