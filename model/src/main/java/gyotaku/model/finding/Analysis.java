package gyotaku.model.finding;

import java.util.List;
import java.util.Optional;

/// All that was concluded from one mail and its facts.
///
/// @param findings sorted by family, then rule
public record Analysis(
        Authentication authentication,
        Optional<Brand> brand,
        Purpose purpose,
        List<Finding> findings,
        Verdict verdict) {

    public Analysis {
        findings = List.copyOf(findings);
    }
}
