package gyotaku.model.finding;

import java.util.List;

/// Computed results beside the claimed ones.
///
/// @param claims in the order of the headers, topmost first
public record Authentication(
        AuthResult spf, AuthResult dkim, AuthResult dmarc, AuthResult arc, List<AuthClaim> claims) {

    public Authentication {
        claims = List.copyOf(claims);
    }
}
