package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A sum is promised, and a fee is to be paid before it comes: the core of advance-fee fraud.
@AutoService(Check.class)
@Detector(id = "lure-upfront-fee", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class UpfrontFeeLure implements Check {

    private static final Text SAYS =
            Text.of("お金を受け取る前に、手数料や保証料などの支払いを求めています:{0}", "It wants a fee to be paid before a promised sum comes: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("upfront-fee", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
