package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// SPF as computed refuses the sending address.
@AutoService(Check.class)
@Detector(id = "spf-refused", family = Family.AUTHENTICATION, severity = Finding.Severity.MEDIUM)
public final class SpfRefused implements Check {

    private static final Text SAYS = Text.of(
            "{0} の SPF を検証した結果は {1} です。送信元 IP は許可されていません。",
            "SPF of {0}, as computed, is {1}: the sending IP is not permitted.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        AuthResult spf = subject.authentication().spf();
        return Stream.of(spf)
                .filter(result ->
                        Set.of("fail", "softfail").contains(result.result()) && new Parties(subject).isUnaccountedFor())
                .map(result -> finding(SAYS.with(result.domain(), result.result()), result.evidence()));
    }
}
