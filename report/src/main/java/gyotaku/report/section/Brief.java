package gyotaku.report.section;

import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Polarity;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a section may look at.
public record Brief(Case c, PublicSuffixes suffixes, Knowledge knowledge) {

    public ParsedMail mail() {
        return c.mail();
    }

    public Facts facts() {
        return c.facts();
    }

    public List<LookupEntry> lookups() {
        return c.lookups();
    }

    public Analysis analysis() {
        return c.analysis();
    }

    public Verdict verdict() {
        return c.analysis().verdict();
    }

    public boolean benign() {
        return verdict().kind() == Verdict.Kind.BENIGN;
    }

    public Optional<Brand> brand() {
        return c.analysis().brand();
    }

    /// The whole message: what statements of absence rest on.
    public Evidence whole() {
        return new Evidence.InSample("message", mail().span(), c.size() + " bytes", Trust.VERIFIED);
    }

    /// The first field of that name, else the whole message, in which it is absent.
    public Evidence header(String name, Trust trust) {
        return mail().header(name).map(header -> header.evidence(trust)).orElseGet(this::whole);
    }

    /// The field that a mailbox was read from.
    public Evidence field(Mailbox mailbox) {
        return mail().headers().stream()
                .filter(header -> header.span().equals(mailbox.span()))
                .findFirst()
                .map(header -> header.evidence(Trust.CLAIMED))
                .or(() -> hopAt(mailbox))
                .orElseGet(() -> new Evidence.InSample("header", mailbox.span(), mailbox.toString(), Trust.CLAIMED));
    }

    private Optional<Evidence> hopAt(Mailbox mailbox) {
        return mail().route().hops().stream()
                .filter(hop -> hop.span().equals(mailbox.span()))
                .findFirst()
                .map(Hop::evidence);
    }

    public Evidence body() {
        return new Evidence.InSample("text", mail().body().span(), mail().body().visible(), Trust.CLAIMED);
    }

    /// The hop whose clock says when the message came in.
    public Optional<Hop> receivingHop() {
        return mail().route().hops().stream()
                .filter(hop ->
                        hop.standing() != Hop.Standing.CLAIMED && hop.at().isPresent())
                .max(Comparator.comparingInt(Hop::index));
    }

    public DomainName registrable(DomainName name) {
        return suffixes.registrable(name);
    }

    public Optional<DomainName> senderDomain() {
        return mail().from().flatMap(Mailbox::domain).map(this::registrable);
    }

    public boolean official(DomainName name) {
        return brand().stream()
                .flatMap(brand -> brand.official().stream())
                .anyMatch(domain -> !domain.isBlank() && name.within(new DomainName(domain)));
    }

    /// Whether it leads to a legal domain of the brand.
    public boolean isOfficial(Link link) {
        return link.target().domain().map(this::official).orElse(false);
    }

    /// What speaks for malice, the heaviest first.
    public List<Finding> against() {
        return heaviest(Polarity.FOR);
    }

    /// What speaks for the mail, the heaviest first.
    public List<Finding> inFavour() {
        return heaviest(Polarity.AGAINST);
    }

    private List<Finding> heaviest(Polarity polarity) {
        return analysis().findings().stream()
                .filter(finding -> finding.polarity() == polarity)
                .sorted(Comparator.comparingDouble(Finding::weight).reversed())
                .toList();
    }

    /// What carries the verdict.
    public List<Finding> reasons() {
        return Stream.concat(verdict().because().stream(), benign() ? Stream.empty() : against().stream())
                .distinct()
                .toList();
    }

    public Optional<Header> subject() {
        return mail().header("Subject");
    }
}
