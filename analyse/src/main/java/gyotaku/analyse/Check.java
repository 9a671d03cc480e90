package gyotaku.analyse;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A detector: one class, one question. Pure, so the same subject gives the same findings.
///
/// The class carries [Detector] and `@AutoService(Check.class)`; time, exceptions, order and caps belong to the caller.
/// Beside the tests, `detectors/<id>/` holds mails where it speaks and mails where it must not.
@FunctionalInterface
public interface Check {

    Stream<Finding> examine(Subject subject);

    /// A finding of this detector, as its annotation says. Its weight is 0 here: the caller puts in the one that
    /// `weights.yml` holds for the rule.
    default Finding finding(Text text, List<Evidence> evidence) {
        Detector detector = Objects.requireNonNull(getClass().getAnnotation(Detector.class), "no @Detector");
        return new Finding(
                detector.id(), detector.family(), detector.polarity(), detector.severity(), 0, text, evidence);
    }

    default Finding finding(Text text, Evidence... evidence) {
        return finding(text, List.of(evidence));
    }
}
