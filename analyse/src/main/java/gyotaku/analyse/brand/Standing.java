package gyotaku.analyse.brand;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.Authentication;
import java.util.List;

/// Whether what was checked speaks against a mail coming from the domain in its From.
final class Standing {

    private final Authentication authentication;
    private final DomainName from;
    private final PublicSuffixes suffixes;

    Standing(Authentication authentication, DomainName from, PublicSuffixes suffixes) {
        this.authentication = authentication;
        this.from = from;
        this.suffixes = suffixes;
    }

    /// A pass for the same registered domain, computed here or stamped by the receiver, outweighs a failure: SPF breaks
    /// when mail is forwarded, DKIM when a list changes it.
    boolean contradicted() {
        return !confirmed() && (authentication.dmarc().result().equals("fail") || refused("dmarc") || spfFails());
    }

    /// Whether something passed for the registered domain of From.
    boolean confirmed() {
        return passes(authentication.dmarc().result(), authentication.dmarc().domain())
                || authentication.signatures().stream()
                        .anyMatch(signature -> signature.isPlainPass()
                                && isSame(signature.outcome().domain()))
                || passes(authentication.spf().result(), authentication.spf().domain())
                || stamped().stream().anyMatch(claim -> passes(claim.result(), claim.domain()));
    }

    /// The other domains for which the receiver found that authentication passed.
    List<String> others() {
        return stamped().stream()
                .filter(claim ->
                        claim.result().equals("pass") && !claim.domain().isEmpty() && !isSame(claim.domain()))
                .map(claim -> claim.domain().substring(claim.domain().lastIndexOf('@') + 1))
                .toList();
    }

    private boolean spfFails() {
        String computed = authentication.spf().result();
        boolean judged = computed.equals("fail") || computed.equals("softfail");
        return judged && isSame(authentication.spf().domain()) || refused("spf");
    }

    private boolean refused(String method) {
        return stamped().stream()
                .filter(claim -> claim.method().equals(method))
                .anyMatch(
                        claim -> claim.result().equals("fail") || claim.result().equals("softfail"));
    }

    private boolean passes(String result, String domain) {
        return result.equals("pass") && isSame(domain);
    }

    private List<AuthClaim> stamped() {
        return authentication.claims().stream()
                .filter(claim -> claim.trust() == Trust.STAMPED)
                .toList();
    }

    private boolean isSame(String domain) {
        String name = domain.substring(domain.lastIndexOf('@') + 1);
        return DomainName.of(name)
                .filter(other -> suffixes.registrable(other).equals(suffixes.registrable(from)))
                .isPresent();
    }
}
