package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The greeting fits everybody: the sender does not know whom he writes to.
@AutoService(Check.class)
@Detector(id = "lure-nameless-greeting", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class NamelessGreetingLure implements Check {

    private static final Text SAYS = Text.of("宛名がなく、だれにでも当てはまる呼びかけです:{0}", "The greeting fits everybody: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("nameless", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
