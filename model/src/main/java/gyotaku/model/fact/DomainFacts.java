package gyotaku.model.fact;

import gyotaku.model.Lookup;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of a registered domain besides its registration.
///
/// @param records of its zone: NS, MX, SOA, CAA
/// @param certificates that the logs of Certificate Transparency hold of it
/// @param listings one entry for each service and list, also for those that were not asked
public record DomainFacts(
        SortedMap<Resolver.RecordType, Lookup<List<String>>> records,
        Lookup<Certificates> certificates,
        List<Reputation> listings) {

    public DomainFacts {
        records = new TreeMap<>(records);
        listings = List.copyOf(listings);
    }
}
