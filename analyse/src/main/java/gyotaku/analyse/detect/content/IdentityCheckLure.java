package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is to confirm who he is or to renew his data.
@AutoService(Check.class)
@Detector(id = "lure-identity-check", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class IdentityCheckLure implements Check {

    private static final Text SAYS =
            Text.of("本人確認や登録情報の更新を求めています:{0}", "It asks to confirm identity or to renew registered data: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("identity-check", subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
