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

/// The receiving side recorded that DMARC failed, and it could not be computed.
@AutoService(Check.class)
@Detector(id = "stamped-dmarc-fail", family = Family.AUTHENTICATION, severity = Finding.Severity.MEDIUM)
public final class StampedDmarcFail implements Check {

    private static final Text SAYS = Text.of(
            "受信側サーバーは、差出人のドメイン {0} の認証（DMARC）を不合格（{1}）と記録しています。差出人が偽られている場合に起こります。",
            "The receiving server recorded that DMARC of {0} failed ({1}), as it does when From is forged.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.authentication().claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.method().equals("dmarc"))
                .filter(claim ->
                        Set.of("fail", "softfail", "hardfail", "reject").contains(claim.result()))
                .filter(claim -> !new Parties(subject).isProven()
                        && !subject.authentication().dmarc().isEvaluated())
                .limit(1)
                .map(claim -> finding(SAYS.with(subjectOf(claim), claim.result()), claim.evidence()));
    }

    private static String subjectOf(AuthClaim claim) {
        return claim.domain().isEmpty() ? claim.by() : claim.domain();
    }
}
