package gyotaku.model.fact;

import gyotaku.model.Lookup;
import gyotaku.model.Why;
import java.util.List;

/// What is known of an address.
///
/// @param reverse its reverse name
/// @param network whose it is, by the registry (RDAP)
/// @param origin where it is and who announces it, by the offline IP data
/// @param announced who announces it now, by DNS
/// @param listings one entry for each service and list, also for those that were not asked
public record IpFacts(
        Lookup<Reverse> reverse,
        Lookup<Network> network,
        Lookup<Origin> origin,
        Lookup<Announcement> announced,
        List<Reputation> listings) {

    public IpFacts {
        listings = List.copyOf(listings);
    }

    /// Without a question to the routing table and to services.
    public IpFacts(Lookup<Reverse> reverse, Lookup<Network> network, Lookup<Origin> origin) {
        this(reverse, network, origin, Lookup.notAsked(Why.Reason.NOT_CONFIGURED), List.of());
    }

    /// @param name the PTR name
    /// @param confirmed whether that name leads back to the address
    public record Reverse(String name, Lookup<Boolean> confirmed) {}

    /// @param name as `CLOUD-FUTA`
    /// @param range as `103.141.136.0/22` or `first - last`
    /// @param country ISO 3166-1 alpha-2 upper case, or empty
    /// @param holder the registrant's name, or empty
    /// @param abuseContact mail address of the role abuse, or empty
    public record Network(String name, String range, String country, String holder, String abuseContact) {}

    /// @param country ISO 3166-1 alpha-2 upper case, or empty
    /// @param asn autonomous system number, 0 when none is known
    /// @param asName its name, or empty
    public record Origin(String country, long asn, String asName) {}

    /// A route as the routing table has it.
    ///
    /// @param asn the autonomous system that announces it
    /// @param prefix as `192.0.2.0/24`
    /// @param country of the registry's allocation, ISO 3166-1 alpha-2 upper case, or empty
    /// @param registry as `apnic`, or empty
    public record Announcement(long asn, String prefix, String country, String registry) {}
}
