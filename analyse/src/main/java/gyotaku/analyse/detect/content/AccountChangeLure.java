package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A partner or colleague wants the next payment to go to another account.
@AutoService(Check.class)
@Detector(id = "lure-account-change", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class AccountChangeLure implements Check {

    private static final Text SAYS =
            Text.of("支払先や給与の振込先を、別の口座へ変えさせようとしています:{0}", "It wants the next payment to go to another account: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("account-change", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
