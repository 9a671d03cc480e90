package gyotaku.model.fact;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Why;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that was asked about one mail.
///
/// @param at when the looking began: the time of the analysis
/// @param offline whether nothing was allowed out
/// @param ips the sending IP and the addresses of links
/// @param domains registered domains: the sender's, the envelope's, the HELO's and those of links
/// @param links by [gyotaku.model.WebUrl#href]
/// @param bimi of the domain of From
/// @param zones what else is known of the registered domains
/// @param rendering of the mail's HTML
public record Facts(
        Instant at,
        boolean offline,
        SortedMap<IpAddress, IpFacts> ips,
        SortedMap<DomainName, Lookup<Registration>> domains,
        SortedMap<String, LinkFacts> links,
        Lookup<Bimi> bimi,
        SortedMap<DomainName, DomainFacts> zones,
        Lookup<Rendering> rendering) {

    public Facts {
        ips = new TreeMap<>(ips);
        domains = new TreeMap<>(domains);
        links = new TreeMap<>(links);
        zones = new TreeMap<>(zones);
    }

    /// Without a picture of the mail.
    public Facts(
            Instant at,
            boolean offline,
            SortedMap<IpAddress, IpFacts> ips,
            SortedMap<DomainName, Lookup<Registration>> domains,
            SortedMap<String, LinkFacts> links,
            Lookup<Bimi> bimi,
            SortedMap<DomainName, DomainFacts> zones) {
        this(at, offline, ips, domains, links, bimi, zones, Lookup.notAsked(Why.Reason.NO_HTML));
    }

    /// With registrations alone.
    public Facts(
            Instant at,
            boolean offline,
            SortedMap<IpAddress, IpFacts> ips,
            SortedMap<DomainName, Lookup<Registration>> domains,
            SortedMap<String, LinkFacts> links,
            Lookup<Bimi> bimi) {
        this(at, offline, ips, domains, links, bimi, new TreeMap<>());
    }

    /// Without a question about BIMI.
    public Facts(
            Instant at,
            boolean offline,
            SortedMap<IpAddress, IpFacts> ips,
            SortedMap<DomainName, Lookup<Registration>> domains,
            SortedMap<String, LinkFacts> links) {
        this(at, offline, ips, domains, links, Lookup.notAsked(offline ? Why.Reason.OFFLINE : Why.Reason.NO_SERVICE));
    }

    public IpFacts ip(IpAddress address) {
        IpFacts known = ips.get(address);
        return known != null
                ? known
                : new IpFacts(
                        Lookup.notAsked(Why.Reason.LIMIT),
                        Lookup.notAsked(Why.Reason.LIMIT),
                        Lookup.notAsked(Why.Reason.LIMIT));
    }

    public Lookup<Registration> domain(DomainName registered) {
        Lookup<Registration> known = domains.get(registered);
        return known != null ? known : Lookup.notAsked(Why.Reason.LIMIT);
    }

    /// Of a registered domain; nothing when it was beyond the limits.
    public DomainFacts zone(DomainName registered) {
        return zones.getOrDefault(
                registered, new DomainFacts(new TreeMap<>(), Lookup.notAsked(Why.Reason.LIMIT), List.of()));
    }

    /// Nothing asked at all.
    public static Facts none(Instant at) {
        return new Facts(at, true, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }
}
