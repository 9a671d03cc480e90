package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Signature;
import java.util.stream.Stream;

/// The only signatures of the domain in From that are right leave a part of the mail to anybody: such a mail can be
/// taken, added to and sent on, and still passes.
@AutoService(Check.class)
@Detector(id = "dkim-weak", family = Family.AUTHENTICATION, severity = Finding.Severity.MEDIUM)
public final class DkimWeak implements Check {

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.authentication().signatures().stream()
                .filter(Signature::weak)
                .map(Signature::outcome)
                .filter(outcome -> parties.isFrom(outcome.domain()) && !parties.isProven())
                .limit(1)
                .map(outcome -> finding(outcome.reason(), outcome.evidence()));
    }
}
