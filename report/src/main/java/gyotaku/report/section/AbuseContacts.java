package gyotaku.report.section;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Verdict;
import gyotaku.report.block.Inline;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom a reader is pointed to for abuse of a network or a domain. Registry entries are in part written by those whom
/// they describe, so a contact may be one of the harmed: an address of the recipient's own domain, or of the brand
/// that the mail poses as. Such a contact is left out and the reason said.
public final class AbuseContacts {

    /// Whose a contact is that is left out.
    public enum Harmed {
        RECIPIENT(Text.of("受信者自身のドメインの連絡先のため不掲載", "left out, as it is at the recipient’s own domain")),
        BRAND(Text.of("名乗られたブランドのドメインの連絡先のため不掲載", "left out, as it is at a domain of the brand that the mail names"));

        private final Text told;

        Harmed(Text told) {
            this.told = told;
        }

        /// The word of `case.json`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Inline told() {
            return new Inline.Told(told);
        }
    }

    private final PublicSuffixes suffixes;
    private final Set<DomainName> recipients;
    private final Set<DomainName> official;

    private AbuseContacts(PublicSuffixes suffixes, Set<DomainName> recipients, Set<DomainName> official) {
        this.suffixes = suffixes;
        this.recipients = recipients;
        this.official = official;
    }

    /// By the recipients of the mail, who forwarded it, and the brand that it poses as; a benign mail poses as none.
    public static AbuseContacts of(Case c, PublicSuffixes suffixes) {
        return new AbuseContacts(
                suffixes,
                Stream.concat(c.mail().recipients().stream(), c.mail().reporter().stream())
                        .flatMap(mailbox -> mailbox.domain().stream())
                        .map(suffixes::registrable)
                        .collect(Collectors.toUnmodifiableSet()),
                c.analysis().brand().stream()
                        .filter(_ -> c.analysis().verdict().kind() != Verdict.Kind.BENIGN)
                        .flatMap(brand -> brand.official().stream())
                        .flatMap(domain -> DomainName.of(domain).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// @param contact mail address, or empty
    /// @return empty when it may be shown
    public Optional<Harmed> harmed(String contact) {
        return domain(contact).flatMap(this::harmed);
    }

    /// The contact, or why it is left out.
    Inline shown(String contact) {
        return shown(contact, contact);
    }

    Inline shown(String contact, String written) {
        return harmed(contact).map(Harmed::told).orElseGet(() -> Inline.code(written));
    }

    private Optional<Harmed> harmed(DomainName domain) {
        if (recipients.contains(suffixes.registrable(domain))) {
            return Optional.of(Harmed.RECIPIENT);
        }
        return official.stream().anyMatch(domain::within) ? Optional.of(Harmed.BRAND) : Optional.empty();
    }

    private static Optional<DomainName> domain(String contact) {
        int at = contact.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : DomainName.of(contact.substring(at + 1).strip());
    }
}
