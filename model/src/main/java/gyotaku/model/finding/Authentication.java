package gyotaku.model.finding;

import gyotaku.model.Text;
import java.util.List;
import java.util.Optional;

/// Computed results beside the claimed ones.
///
/// @param spf of the reverse-path; of the HELO name when that is empty
/// @param helo SPF of the HELO name (RFC 7208 section 2.3); not evaluated when `spf` is about it, or it is no name
/// @param dkim the best of the signatures: one that passes for the domain of From before any other
/// @param signatures all of them, topmost first
/// @param policy that applies to the domain of From
/// @param sealers of the ARC chain, the first station first
/// @param claims in the order of the headers, topmost first
/// @param differences of claims from what was computed, with the reason
/// @param explanation why a failure need not mean forgery
public record Authentication(
        AuthResult spf,
        AuthResult helo,
        AuthResult dkim,
        List<Signature> signatures,
        AuthResult dmarc,
        Optional<DmarcPolicy> policy,
        AuthResult arc,
        List<Sealer> sealers,
        List<AuthClaim> claims,
        List<AuthDifference> differences,
        Optional<AuthExplanation> explanation) {

    public Authentication {
        signatures = List.copyOf(signatures);
        sealers = List.copyOf(sealers);
        claims = List.copyOf(claims);
        differences = List.copyOf(differences);
    }

    /// The four results and what headers claim, nothing else known.
    public static Authentication of(
            AuthResult spf, AuthResult dkim, AuthResult dmarc, AuthResult arc, List<AuthClaim> claims) {
        return new Authentication(
                spf,
                new AuthResult("not-evaluated", "", Text.same(""), List.of()),
                dkim,
                List.of(),
                dmarc,
                Optional.empty(),
                arc,
                List.of(),
                claims,
                List.of(),
                Optional.empty());
    }

    /// Whether DKIM passes by nothing but signatures that prove little.
    public boolean isWeakDkim() {
        return dkim.result().equals("pass") && signatures.stream().noneMatch(Signature::isPlainPass);
    }
}
