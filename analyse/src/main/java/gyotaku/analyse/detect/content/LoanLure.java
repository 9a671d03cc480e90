package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Credit for everybody without questions: fees and identity papers are asked for in advance.
@AutoService(Check.class)
@Detector(id = "lure-loan", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class LoanLure implements Check {

    private static final Text SAYS = Text.of("融資・借り換えの勧誘です:{0}", "It offers credit to anybody: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("loan", 2, subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
