package gyotaku.analyse.detect.age;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Ages;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The sender’s proven domain is more than five years old.
@AutoService(Check.class)
@Detector(
        id = "old-sender-domain",
        family = Family.AGE,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class OldSenderDomain implements Check {

    private static final Text SAYS = Text.of(
            "認証された差出人のドメイン {0} は、登録から 5 年以上が経っています。",
            "The sender’s authenticated domain {0} has been registered for more than five years.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return parties.from().stream()
                .filter(from -> parties.isProven() && subject.posedBrand().isEmpty())
                .flatMap(from -> new Ages(subject).of(from).stream())
                .filter(aged -> aged.days() > 5 * 365 + 1)
                .map(aged -> finding(SAYS.with(aged.domain()), aged.evidence()));
    }
}
