package gyotaku.model.finding;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import java.util.List;

/// What a header says that somebody found.
///
/// @param method `spf`, `dkim`, `dmarc`, `arc`, `bimi`, `compauth` (Microsoft's own); empty when the header states
///     nothing that can be read
/// @param result in its own word, or empty
/// @param by the authserv-id (RFC 8601), or empty
/// @param domain the property it names (`smtp.mailfrom`, `header.d`, `header.from`), or empty
/// @param detail what else it says that a reader wants: selector, policy, reason code, sending address; or empty
/// @param trust `STAMPED` when the receiving side wrote it, else `CLAIMED`
/// @param planted whether it stands in the receiving side's name where only the sending side can have written
/// @param malformed how it departs from RFC 8601; empty when it does not
public record AuthClaim(
        String method,
        String result,
        String by,
        String domain,
        String detail,
        Trust trust,
        boolean planted,
        List<Text> malformed,
        Evidence evidence) {

    public AuthClaim {
        malformed = List.copyOf(malformed);
    }

    /// One that is well-formed and says no more than its result.
    public AuthClaim(String method, String result, String by, String domain, Trust trust, Evidence evidence) {
        this(method, result, by, domain, "", trust, false, List.of(), evidence);
    }
}
