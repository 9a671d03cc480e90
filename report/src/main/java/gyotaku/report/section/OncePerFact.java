package gyotaku.report.section;

import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Findings for a reader, each fact once: where two detectors saw the same thing, the one that says more speaks.
final class OncePerFact {

    /// The rules that already say what a rule says.
    private static final Map<String, Set<String>> SAID_BY = Map.of(
            "links-match-sender", Set.of("links-of-sender"),
            "links-to-strangers", Set.of("brand-link-elsewhere", "little-text-foreign-link"),
            "brand-link-elsewhere", Set.of("brand-look-alike-host"),
            "greeting-without-name", Set.of("greeting-by-address"),
            "dmarc-stamped-pass", Set.of("brand-genuine"),
            "spf-aligned", Set.of("brand-genuine", "dmarc-stamped-pass"));

    private OncePerFact() {}

    /// @return in the order given, without those whose fact another of them tells
    static List<Finding> of(List<Finding> findings) {
        Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toUnmodifiableSet());
        return findings.stream()
                .filter(finding ->
                        SAID_BY.getOrDefault(finding.rule(), Set.of()).stream().noneMatch(rules::contains))
                .toList();
    }
}
