package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A parcel is said to wait.
@AutoService(Check.class)
@Detector(id = "lure-parcel", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class ParcelLure implements Check {

    private static final Text SAYS =
            Text.of("荷物の配達に問題があると告げています:{0}", "It says that a parcel could not be delivered: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("parcel", subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
