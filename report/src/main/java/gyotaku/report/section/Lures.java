package gyotaku.report.section;

import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Why;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Registration;
import gyotaku.model.mail.Link;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The links that a reader can follow, each target once; those to the brand's own domains last.
final class Lures {

    private final Brief brief;

    Lures(Brief brief) {
        this.brief = brief;
    }

    List<Link> all() {
        Set<String> seen = new HashSet<>();
        return brief.mail().links().stream()
                .filter(link -> link.context().isFollowed())
                .filter(link -> seen.add(link.target().href()))
                .sorted(Comparator.comparing(this::official))
                .toList();
    }

    boolean official(Link link) {
        return brief.isOfficial(link);
    }

    LinkFacts facts(Link link) {
        LinkFacts known = brief.facts().links().get(link.target().href());
        return known != null ? known : unasked(link);
    }

    private LinkFacts unasked(Link link) {
        Why.Reason why = brief.facts().offline() ? Why.Reason.OFFLINE : Why.Reason.LIMIT;
        return new LinkFacts(
                Lookup.notAsked(why), link.target().domain().map(brief::registrable), Lookup.notAsked(why), List.of());
    }

    /// The registration of a link's domain with its time, when the registry gave one.
    Optional<Registered> registered(Link link) {
        LinkFacts facts = facts(link);
        return facts.domain().flatMap(name -> Registered.of(name, facts.registration()));
    }

    /// A domain, when it was registered, and who says so.
    record Registered(DomainName name, Registration entry, Instant at, Evidence evidence) {

        static Optional<Registered> of(DomainName name, Lookup<Registration> lookup) {
            return lookup instanceof Lookup.Found<Registration> found
                    ? found.value().registeredAt().map(at -> new Registered(name, found.value(), at, found.evidence()))
                    : Optional.empty();
        }
    }
}
