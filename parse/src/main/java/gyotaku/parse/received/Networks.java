package gyotaku.parse.received;

import gyotaku.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A set of address ranges.
final class Networks {

    private record Range(IpAddress network, int prefix) {}

    /// Addresses that no host of the Internet sends from (RFC 1918, 6598, 3927, 4193, 4291, 1122).
    static final Networks INNER = Networks.of(List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "0.0.0.0/8",
            "::/127",
            "fc00::/7",
            "fe80::/10"));

    private final List<Range> ranges;

    private Networks(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /// From addresses and CIDR prefixes; what is neither is left out.
    static Networks of(List<String> written) {
        List<Range> ranges = new ArrayList<>();
        for (String range : written) {
            parse(range).ifPresent(ranges::add);
        }
        return new Networks(ranges);
    }

    private static Optional<Range> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        return network.flatMap(
                address -> prefix(text, slash, address.isV4() ? 32 : 128).map(bits -> new Range(address, bits)));
    }

    private static Optional<Integer> prefix(String text, int slash, int longest) {
        if (slash < 0) {
            return Optional.of(longest);
        }
        String digits = text.substring(slash + 1);
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Integer.parseInt(digits) <= longest ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean hold(IpAddress ip) {
        return ranges.stream().anyMatch(range -> ip.in(range.network(), range.prefix()));
    }
}
