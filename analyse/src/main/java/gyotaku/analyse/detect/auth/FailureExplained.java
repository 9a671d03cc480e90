package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// DMARC fails, and a mailing list or a trusted forwarder explains it. That does not make the mail good: a signed mail
/// can be taken, added to and sent on.
@AutoService(Check.class)
@Detector(id = "failure-explained", family = Family.AUTHENTICATION, severity = Finding.Severity.INFO)
public final class FailureExplained implements Check {

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.authentication().explanation().stream()
                .filter(_ -> subject.authentication().dmarc().result().equals("fail"))
                .map(explanation -> finding(explanation.why(), explanation.evidence()));
    }
}
