package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is pressed by a short deadline.
@AutoService(Check.class)
@Detector(id = "lure-deadline", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class DeadlineLure implements Check {

    private static final Text SAYS = Text.of("短い期限で急がせています:{0}", "It presses with a short deadline: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("deadline", subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
