package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is said to owe money.
@AutoService(Check.class)
@Detector(id = "lure-unpaid", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class UnpaidLure implements Check {

    private static final Text SAYS = Text.of("未払いや決済の失敗を告げています:{0}", "It says that a payment is due or failed: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("unpaid", subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
