package gyotaku.model.fact;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Why;
import java.util.List;
import java.util.Optional;

/// What is known of a link's target.
///
/// @param addresses of its host
/// @param domain the registered domain of the host; empty for an address
/// @param registration of that domain
/// @param reputation one entry for each service, also for those that were not asked
/// @param landing the page behind it
/// @param securityTxt whom the site of that page names for reports
public record LinkFacts(
        Lookup<List<IpAddress>> addresses,
        Optional<DomainName> domain,
        Lookup<Registration> registration,
        List<Reputation> reputation,
        Lookup<Landing> landing,
        Lookup<SecurityTxt> securityTxt) {

    public LinkFacts {
        reputation = List.copyOf(reputation);
    }

    /// Of a site that was not asked whom it names.
    public LinkFacts(
            Lookup<List<IpAddress>> addresses,
            Optional<DomainName> domain,
            Lookup<Registration> registration,
            List<Reputation> reputation,
            Lookup<Landing> landing) {
        this(addresses, domain, registration, reputation, landing, Lookup.notAsked(Why.Reason.NOT_CONFIGURED));
    }

    /// Without a visit.
    public LinkFacts(
            Lookup<List<IpAddress>> addresses,
            Optional<DomainName> domain,
            Lookup<Registration> registration,
            List<Reputation> reputation) {
        this(addresses, domain, registration, reputation, Lookup.notAsked(Why.Reason.NOT_CONFIGURED));
    }
}
