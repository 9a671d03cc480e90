package gyotaku.analyse;

import gyotaku.analyse.detect.Parties;
import gyotaku.model.DomainName;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.SenderDomain;
import java.util.Optional;

/// Tells whose domain stands in From. Council of Anti-Phishing Japan, monthly reports: spoofed mail is counted by
/// whether
/// a DMARC policy of reject or quarantine could have stopped it; mail from domains of the sender's own is counted
/// apart.
final class SenderDomains {

    private SenderDomains() {}

    static SenderDomain of(Subject subject) {
        Parties parties = new Parties(subject);
        Optional<DomainName> from = parties.from();
        if (from.isEmpty()) {
            return SenderDomain.UNKNOWN;
        }
        if (parties.isProven()) {
            return SenderDomain.OWN_DOMAIN;
        }
        if (parties.isExplained()) {
            return SenderDomain.UNKNOWN;
        }
        boolean brandsOwn =
                subject.posedBrand().map(brand -> isOfficial(brand, from.get())).orElse(true);
        SenderDomain spoofed = spoofed(subject.authentication());
        return brandsOwn || spoofed == SenderDomain.STOPPABLE ? spoofed : SenderDomain.OTHER_DOMAIN;
    }

    private static boolean isOfficial(Brand brand, DomainName from) {
        return brand.official().stream().anyMatch(domain -> from.within(new DomainName(domain)));
    }

    private static SenderDomain spoofed(Authentication authentication) {
        return switch (authentication.dmarc().result()) {
            case "fail" ->
                authentication
                                .policy()
                                .filter(policy -> !policy.asked().equals("none"))
                                .isPresent()
                        ? SenderDomain.STOPPABLE
                        : SenderDomain.PASSED_THROUGH;
            case "none" -> SenderDomain.PASSED_THROUGH;
            default -> SenderDomain.UNKNOWN;
        };
    }
}
