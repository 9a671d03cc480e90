package gyotaku.analyse.detect;

import gyotaku.analyse.Subject;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.WebUrl;
import gyotaku.model.fact.Asked;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.Brand;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages behind the links that a reader follows, as far as somebody visited them.
public record Pages(Subject subject) {

    /// @param evidence the recorded visit
    public record Page(Link link, Landing landing, Evidence evidence) {

        /// What it asks for that nobody should give away.
        public List<Asked> secrets() {
            return Asked.of(landing).stream().filter(Asked::isSecret).toList();
        }

        public boolean takesInput() {
            return landing.forms().stream().anyMatch(form -> !form.fields().isEmpty());
        }
    }

    public Stream<Page> visited() {
        return new Targets(subject).web().flatMap(link -> page(link).stream());
    }

    private Optional<Page> page(Link link) {
        LinkFacts facts = subject.facts().links().get(link.target().href());
        return facts != null && facts.landing() instanceof Lookup.Found<Landing> found
                ? Optional.of(new Page(link, found.value(), found.evidence()))
                : Optional.empty();
    }

    /// Visited pages that are neither the mail's own proven sender's nor those of the brand that it names.
    public Stream<Page> foreign() {
        return visited().filter(page -> !isOwn(page.landing().url()));
    }

    /// Whether an address belongs to the brand that the mail names, or to its sender where he is proven.
    public boolean isOwn(String url) {
        Optional<DomainName> host = host(url);
        boolean brands = subject.mention().stream()
                .map(mention -> mention.brand())
                .flatMap(brand -> official(brand))
                .anyMatch(official -> host.filter(name -> name.within(official)).isPresent());
        Parties parties = new Parties(subject);
        return brands
                || host.map(subject.suffixes()::registrable)
                                .filter(name ->
                                        parties.from().filter(name::equals).isPresent())
                                .isPresent()
                        && parties.isProven();
    }

    private static Stream<DomainName> official(Brand brand) {
        return brand.official().stream().flatMap(name -> DomainName.of(name).stream());
    }

    public static Optional<DomainName> host(String url) {
        return WebUrl.ofSerialised(url).flatMap(WebUrl::domain);
    }

    public Optional<DomainName> registered(String url) {
        return host(url).map(subject.suffixes()::registrable);
    }

    /// A host for a text: the name, or the address that stands for one.
    public static String shown(String url) {
        return WebUrl.ofSerialised(url).map(WebUrl::host).orElse("?");
    }
}
