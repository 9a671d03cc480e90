package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// The receiving side recorded that DKIM failed.
@AutoService(Check.class)
@Detector(id = "stamped-dkim-fail", family = Family.AUTHENTICATION, severity = Finding.Severity.LOW)
public final class StampedDkimFail implements Check {

    private static final Text SAYS = Text.of(
            "受信側サーバーが、{0} の DKIM の失敗（{1}）を記録しています。", "The receiving server recorded that DKIM of {0} failed ({1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.authentication().claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.method().equals("dkim"))
                .filter(claim ->
                        Set.of("fail", "softfail", "hardfail", "reject").contains(claim.result()))
                .filter(_ -> new Parties(subject).isUnaccountedFor())
                .limit(1)
                .map(claim -> finding(SAYS.with(subjectOf(claim), claim.result()), claim.evidence()));
    }

    private static String subjectOf(AuthClaim claim) {
        return claim.domain().isEmpty() ? claim.by() : claim.domain();
    }
}
