package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Easy earnings are offered.
@AutoService(Check.class)
@Detector(id = "lure-job", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class JobLure implements Check {

    private static final Text SAYS = Text.of("楽に稼げる仕事や副業を持ちかけています:{0}", "It offers easy earnings: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("job", 4, subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
