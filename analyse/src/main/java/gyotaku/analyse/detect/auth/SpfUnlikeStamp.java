package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// SPF computed now and SPF as the receiving side recorded it differ: the record changed, or one is about another
/// domain.
@AutoService(Check.class)
@Detector(id = "spf-unlike-stamp", family = Family.AUTHENTICATION, severity = Finding.Severity.INFO)
public final class SpfUnlikeStamp implements Check {

    private static final Text SAYS = Text.of(
            "SPF の検証結果（{0}）が、受信側の記録（{1}）と異なります。受信後にレコードが変わった可能性があります。",
            "SPF computed now ({0}) differs from what the receiving side recorded ({1}); the record may have changed since.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        AuthResult spf = subject.authentication().spf();
        return subject.authentication().claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.method().equals("spf"))
                .filter(claim -> spf.isEvaluated() && !spf.result().endsWith("error"))
                .filter(claim ->
                        claim.domain().equals(spf.domain()) && !claim.result().equals(spf.result()))
                .limit(1)
                .map(claim -> finding(SAYS.with(spf.result(), claim.result()), evidence(spf, claim)));
    }

    private static List<Evidence> evidence(AuthResult spf, AuthClaim claim) {
        return Stream.concat(spf.evidence().stream(), Stream.of(claim.evidence()))
                .toList();
    }
}
