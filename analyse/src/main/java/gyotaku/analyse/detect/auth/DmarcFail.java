package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.DmarcPolicy;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// DMARC of the domain in From fails as computed: nothing shows that its owner sent the mail.
@AutoService(Check.class)
@Detector(id = "dmarc-fail", family = Family.AUTHENTICATION, severity = Finding.Severity.MEDIUM)
public final class DmarcFail implements Check {

    private static final Text SAYS = Text.of(
            "{0} の DMARC は不合格で、持ち主が送ったことを示すものがありません（方針は {1}）。",
            "DMARC of {0} fails: nothing shows that its owner sent the mail (policy {1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        AuthResult dmarc = subject.authentication().dmarc();
        return Stream.of(dmarc)
                .filter(result -> result.result().equals("fail") && new Parties(subject).isUnaccountedFor())
                .map(result -> finding(SAYS.with(result.domain(), policy(subject)), result.evidence()));
    }

    private static String policy(Subject subject) {
        return subject.authentication().policy().map(DmarcPolicy::asked).orElse("none");
    }
}
