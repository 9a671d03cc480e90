package gyotaku.enrich.egress;

import gyotaku.model.IpAddress;
import java.util.List;

/// The IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and what followed), with multicast and all
/// IPv6 space outside of 2000::/3. `InetAddress.isX` misses most of them.
public final class SpecialAddresses {

    /// @param reachable an island that is globally reachable inside of a range that is not
    private record Range(IpAddress network, int prefix, boolean reachable) {}

    private static final List<Range> RANGES = List.of(
            reachable("192.0.0.9/32"),
            reachable("192.0.0.10/32"),
            inner("0.0.0.0/8"),
            inner("10.0.0.0/8"),
            inner("100.64.0.0/10"),
            inner("127.0.0.0/8"),
            inner("169.254.0.0/16"),
            inner("172.16.0.0/12"),
            inner("192.0.0.0/24"),
            inner("192.0.2.0/24"),
            inner("192.88.99.0/24"),
            inner("192.168.0.0/16"),
            inner("198.18.0.0/15"),
            inner("198.51.100.0/24"),
            inner("203.0.113.0/24"),
            inner("224.0.0.0/4"),
            inner("240.0.0.0/4"),
            reachable("2001:1::1/128"),
            reachable("2001:1::2/128"),
            reachable("2001:1::3/128"),
            reachable("2001:3::/32"),
            reachable("2001:4:112::/48"),
            reachable("2001:20::/28"),
            reachable("2001:30::/28"),
            inner("2001::/23"),
            inner("2001:db8::/32"),
            inner("2002::/16"),
            inner("3fff::/20"),
            reachable("2000::/3"),
            inner("::/0"));

    private static final List<Range> DOCUMENTATION = List.of(
            inner("192.0.2.0/24"),
            inner("198.51.100.0/24"),
            inner("203.0.113.0/24"),
            inner("2001:db8::/32"),
            inner("3fff::/20"));

    private SpecialAddresses() {}

    /// Whether it may be connected to. IPv4 carried in IPv6 (mapped, 6to4, NAT64, Teredo, compatible) is not reachable
    /// as such: mapped addresses are IPv4 already, the others lie in ranges that are refused whole.
    public static boolean reachable(IpAddress address) {
        for (Range range : RANGES) {
            if (address.in(range.network, range.prefix)) {
                return range.reachable;
            }
        }
        return true;
    }

    /// Reserved for examples: nobody's, but harmless to ask registries about.
    public static boolean documentation(IpAddress address) {
        return DOCUMENTATION.stream().anyMatch(range -> address.in(range.network, range.prefix));
    }

    /// In 127.0.0.0/8 or `::1`.
    public static boolean loopback(IpAddress address) {
        return address.toString().equals("::1") || address.isV4() && address.bytes()[0] == 127;
    }

    private static Range inner(String cidr) {
        return range(cidr, false);
    }

    private static Range reachable(String cidr) {
        return range(cidr, true);
    }

    private static Range range(String cidr, boolean reachable) {
        int slash = cidr.indexOf('/');
        IpAddress network = IpAddress.parse(cidr.substring(0, slash)).orElseThrow();
        return new Range(network, Integer.parseInt(cidr.substring(slash + 1)), reachable);
    }
}
