package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Miracle remedies: for weight, pain, virility or age. What comes is worthless or dangerous, and the card is
/// charged again.
@AutoService(Check.class)
@Detector(id = "lure-remedy", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class RemedyLure implements Check {

    private static final Text SAYS =
            Text.of("減量・精力・若返りなどの奇跡的な効果をうたう広告です:{0}", "It advertises a remedy with miraculous effect: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("remedy", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
