package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A prize is announced.
@AutoService(Check.class)
@Detector(id = "lure-prize", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class PrizeLure implements Check {

    private static final Text SAYS = Text.of("当選や賞金を告げています:{0}", "It announces a prize or a donation: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("prize", 3, subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
