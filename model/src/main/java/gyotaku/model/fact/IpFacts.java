package gyotaku.model.fact;

import gyotaku.model.Lookup;

/// What is known of an address.
///
/// @param reverse its reverse name
/// @param network whose it is, by the registry (RDAP)
/// @param origin where it is and who announces it, by the offline IP data
public record IpFacts(Lookup<Reverse> reverse, Lookup<Network> network, Lookup<Origin> origin) {

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
}
