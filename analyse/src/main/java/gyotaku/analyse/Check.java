package gyotaku.analyse;

import java.util.stream.Stream;

/// A detector: one class, one question. Pure, so the same subject gives the same observations.
///
/// The class carries [Detector] and `@AutoService(Check.class)`; weight, exceptions, order and caps belong to the
/// caller.
/// Beside the tests, `detectors/<id>/` holds mails where it speaks and mails where it must not.
@FunctionalInterface
public interface Check {

    Stream<Observation> examine(Subject subject);
}
