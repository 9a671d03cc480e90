package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Money is said to be owed to the reader.
@AutoService(Check.class)
@Detector(id = "lure-refund", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class RefundLure implements Check {

    private static final Text SAYS = Text.of("返金・還付・給付を持ちかけています:{0}", "It says that money is to be paid back: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("refund", subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
