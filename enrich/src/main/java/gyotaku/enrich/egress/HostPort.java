package gyotaku.enrich.egress;

import java.util.Optional;

/// An endpoint that the operator named.
///
/// @param host a name or an address, without brackets
public record HostPort(String host, int port) {

    /// Reads `host:port` or `[address]:port`, with or without `http://` before it.
    public static Optional<HostPort> parse(String text) {
        String plain = text.startsWith("http://") ? text.substring("http://".length()) : text;
        String trimmed = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        int colon = trimmed.lastIndexOf(':');
        String digits = trimmed.substring(colon + 1);
        if (colon < 1
                || digits.isEmpty()
                || digits.length() > 5
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int port = Integer.parseInt(digits);
        String host = trimmed.substring(0, colon).replace("[", "").replace("]", "");
        return port < 1 || port > 65_535 || host.isBlank() || host.indexOf('/') >= 0
                ? Optional.empty()
                : Optional.of(new HostPort(host, port));
    }
}
