package gyotaku.model.finding;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.util.List;

/// The outcome of one authentication method, computed or claimed.
///
/// @param result in the words of RFC 8601: `pass`, `fail`, `softfail`, `neutral`, `none`, `temperror`, `permerror`;
///     `not-evaluated` when it could not be looked at
/// @param domain the domain it speaks of, or empty
/// @param reason why, one sentence
/// @param evidence what it rests on
public record AuthResult(String result, String domain, Text reason, List<Evidence> evidence) {

    public AuthResult {
        evidence = List.copyOf(evidence);
    }

    public boolean isEvaluated() {
        return !result.equals("not-evaluated");
    }
}
