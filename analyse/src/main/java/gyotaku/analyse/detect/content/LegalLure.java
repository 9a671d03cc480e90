package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Law, seizure or arrest are threatened.
@AutoService(Check.class)
@Detector(id = "lure-legal", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class LegalLure implements Check {

    private static final Text SAYS = Text.of("差押えや法的手続きに触れています:{0}", "It speaks of seizure, law suits or arrest: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("legal", subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
