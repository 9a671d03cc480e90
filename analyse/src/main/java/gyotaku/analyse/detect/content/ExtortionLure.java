package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Exposure is threatened unless money is paid.
@AutoService(Check.class)
@Detector(id = "lure-extortion", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class ExtortionLure implements Check {

    private static final Text SAYS =
            Text.of("弱みを公開すると脅し、金銭を求める文面です:{0}", "It threatens exposure and demands money: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("extortion", 6, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
