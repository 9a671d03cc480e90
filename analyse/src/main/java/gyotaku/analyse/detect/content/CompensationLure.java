package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A fund, a bank or an authority is said to owe the reader a large sum: fees are to be paid before it comes.
@AutoService(Check.class)
@Detector(id = "lure-compensation", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class CompensationLure implements Check {

    private static final Text SAYS = Text.of(
            "補償金・送金の受け取りを持ちかけています:{0}", "It promises a compensation, fund or transfer that waits for the reader: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("compensation", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
