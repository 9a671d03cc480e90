package gyotaku.model.finding;

import java.util.List;
import java.util.Optional;

/// All that was concluded from one mail and its facts.
///
/// @param senderDomain whose domain stands in From
/// @param findings sorted by family, then rule
/// @param failures detectors that broke on this mail, so that their silence says nothing; sorted by rule
public record Analysis(
        Authentication authentication,
        SenderDomain senderDomain,
        Optional<Brand> brand,
        Purpose purpose,
        List<Finding> findings,
        Verdict verdict,
        List<CheckFailure> failures) {

    public Analysis {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    /// One in which every detector did its work, and of whose sender nothing is known.
    public Analysis(
            Authentication authentication,
            Optional<Brand> brand,
            Purpose purpose,
            List<Finding> findings,
            Verdict verdict) {
        this(authentication, SenderDomain.UNKNOWN, brand, purpose, findings, verdict, List.of());
    }
}
