package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A stranger promises a fortune.
@AutoService(Check.class)
@Detector(id = "lure-inheritance", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class InheritanceLure implements Check {

    private static final Text SAYS = Text.of("見知らぬ相手が多額の資金や遺産を約束しています:{0}", "A stranger promises a fortune: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("inheritance", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
