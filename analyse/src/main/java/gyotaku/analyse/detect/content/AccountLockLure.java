package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// An account, card or mailbox is said to be closed or soon to be.
@AutoService(Check.class)
@Detector(id = "lure-account-lock", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class AccountLockLure implements Check {

    private static final Text SAYS =
            Text.of("アカウントやカードの停止・制限を告げています:{0}", "It says that an account, card or mailbox is or will be closed: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("account-lock", subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
