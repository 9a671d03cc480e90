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

/// The sender’s domain was registered at most 30 days before receipt.
@AutoService(Check.class)
@Detector(id = "young-sender-domain", family = Family.AGE, severity = Finding.Severity.MEDIUM)
public final class YoungSenderDomain implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} は、受信の {1} 日前に登録されました。", "The sender’s domain {0} was registered {1} days before receipt.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Parties(subject)
                .from().stream()
                        .flatMap(from -> new Ages(subject).of(from).stream())
                        .filter(aged -> !aged.age().isNegative() && aged.days() <= 30)
                        .map(aged -> finding(SAYS.with(aged.domain(), aged.days()), aged.evidence()));
    }
}
