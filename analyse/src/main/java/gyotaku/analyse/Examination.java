package gyotaku.analyse;

import gyotaku.model.finding.CheckFailure;
import gyotaku.model.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// Runs all detectors over one mail: weighs, orders, removes doubles, and keeps a broken one from harming the rest.
final class Examination {

    /// Against a mail that makes one detector repeat itself: further observations of the same rule add nothing.
    private static final int MOST_OF_ONE_RULE = 3;

    private record Registered(Check check, Detector is) {}

    /// @param failures of detectors that threw
    record Outcome(List<Finding> findings, List<CheckFailure> failures) {
        Outcome {
            findings = List.copyOf(findings);
            failures = List.copyOf(failures);
        }
    }

    private final List<Registered> checks;
    private final Weights weights;

    Examination(List<Check> checks, Weights weights) {
        this.checks = checks.stream()
                .map(check -> new Registered(check, descriptor(check)))
                .sorted(Comparator.comparing(
                                (Registered registered) -> registered.is().family())
                        .thenComparing(registered -> registered.is().id()))
                .toList();
        this.weights = weights;
    }

    static List<Check> registered() {
        return ServiceLoader.load(Check.class, Check.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    static Detector descriptor(Check check) {
        Detector detector = check.getClass().getAnnotation(Detector.class);
        if (detector == null) {
            throw new IllegalStateException(check.getClass().getName() + " lacks @Detector");
        }
        return detector;
    }

    Outcome examine(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        List<CheckFailure> failures = new ArrayList<>();
        for (Registered registered : checks) {
            examine(registered, subject, findings, failures);
        }
        failures.sort(Comparator.comparing(CheckFailure::rule));
        return new Outcome(findings, failures);
    }

    private void examine(Registered registered, Subject subject, List<Finding> findings, List<CheckFailure> failures) {
        try {
            findings.addAll(registered
                    .check()
                    .examine(subject)
                    .distinct()
                    .limit(MOST_OF_ONE_RULE)
                    .map(seen -> weighed(registered.is(), seen))
                    .toList());
        } catch (RuntimeException broken) {
            failures.add(CheckFailure.of(registered.is().id(), broken));
        }
    }

    private Finding weighed(Detector is, Finding seen) {
        return new Finding(
                is.id(),
                is.family(),
                is.polarity(),
                is.severity(),
                weights.weight(is.id()),
                seen.text(),
                seen.evidence().stream().distinct().toList());
    }
}
