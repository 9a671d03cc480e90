package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A fine, toll or court matter from the road or an office: small enough to be paid at once.
@AutoService(Check.class)
@Detector(id = "lure-fine", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class FineLure implements Check {

    private static final Text SAYS =
            Text.of("反則金・通行料金・裁判所の通知などを口実にしています:{0}", "It pretends a fine, a toll or a matter of a court: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("fine", 2, subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
