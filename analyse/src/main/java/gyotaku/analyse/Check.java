package gyotaku.analyse;

import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A detector: one class, one question. Pure, so the same subject gives the same findings.
///
/// The class carries [Detector] and `@AutoService(Check.class)`; time, exceptions, order and caps belong to the caller.
/// Beside the tests, `detectors/<id>/` holds mails where it speaks and mails where it must not.
@FunctionalInterface
public interface Check {

    Stream<Finding> examine(Subject subject);
}
