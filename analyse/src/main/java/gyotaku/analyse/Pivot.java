package gyotaku.analyse;

import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Looks for the smallest set of findings without which the class would be another one.
///
/// Exact up to three rules; beyond that the heaviest are taken away until the class changes, and then each is put back
/// that is not needed for it.
final class Pivot {

    private static final int EXACT = 3;

    private final List<Finding> findings;
    private final Function<List<Finding>, Kind> judgement;
    private final Kind now;
    private final List<String> rules;

    Pivot(List<Finding> findings, Function<List<Finding>, Kind> judgement) {
        this.findings = findings;
        this.judgement = judgement;
        this.now = judgement.apply(findings);
        this.rules = findings.stream()
                .filter(finding -> finding.weight() > 0)
                .sorted(Comparator.comparingDouble(Finding::weight).reversed().thenComparing(Finding::rule))
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    /// Empty when nothing that could be taken away changes the class.
    List<Finding> smallest() {
        for (int size = 1; size <= Math.min(EXACT, rules.size()); size++) {
            Set<String> found = exact(new LinkedHashSet<>(), 0, size);
            if (!found.isEmpty()) {
                return of(found);
            }
        }
        return of(greedy());
    }

    private Set<String> exact(Set<String> chosen, int from, int missing) {
        if (missing == 0) {
            return changes(chosen) ? Set.copyOf(chosen) : Set.of();
        }
        for (int i = from; i + missing <= rules.size(); i++) {
            chosen.add(rules.get(i));
            Set<String> found = exact(chosen, i + 1, missing - 1);
            if (!found.isEmpty()) {
                return found;
            }
            chosen.remove(rules.get(i));
        }
        return Set.of();
    }

    private Set<String> greedy() {
        Set<String> gone = new LinkedHashSet<>();
        for (String rule : rules) {
            gone.add(rule);
            if (changes(gone)) {
                return pruned(gone);
            }
        }
        return Set.of();
    }

    private Set<String> pruned(Set<String> gone) {
        for (String rule : new ArrayList<>(gone)) {
            gone.remove(rule);
            if (!changes(gone)) {
                gone.add(rule);
            }
        }
        return gone;
    }

    private boolean changes(Set<String> gone) {
        return judgement.apply(without(gone)) != now;
    }

    private List<Finding> without(Set<String> gone) {
        return findings.stream()
                .filter(finding -> !gone.contains(finding.rule()))
                .toList();
    }

    private List<Finding> of(Set<String> gone) {
        return findings.stream()
                .filter(finding -> gone.contains(finding.rule()))
                .toList();
    }
}
