package gyotaku.model.fact;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import java.util.List;
import java.util.Optional;

/// What is known of a link's target.
///
/// @param addresses of its host
/// @param domain the registered domain of the host; empty for an address
/// @param registration of that domain
/// @param reputation one entry for each service, also for those that were not asked
public record LinkFacts(
        Lookup<List<IpAddress>> addresses,
        Optional<DomainName> domain,
        Lookup<Registration> registration,
        List<Reputation> reputation) {

    public LinkFacts {
        reputation = List.copyOf(reputation);
    }
}
