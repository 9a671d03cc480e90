package gyotaku.model;

import java.util.Optional;

/// A URL read by the WHATWG URL standard, so with the host that a browser would connect to.
///
/// @param href serialised
/// @param scheme lower case, without colon
/// @param userInfo what stands before `@`, or empty
/// @param host A-labels, dotted decimal or `[IPv6]`; empty when the scheme has none (`mailto`, `data`)
/// @param port as written, or -1
/// @param path with its leading slash; the opaque rest for `mailto`, `data`, `javascript`
/// @param query without `?`, or empty
/// @param fragment without `#`, or empty
public record WebUrl(
        String href,
        String scheme,
        String userInfo,
        String host,
        int port,
        String path,
        String query,
        String fragment) {

    public boolean isWeb() {
        return scheme.equals("http") || scheme.equals("https");
    }

    /// The host when it is a name.
    public Optional<DomainName> domain() {
        return host.isEmpty()
                        || host.equals(".")
                        || host.length() > 253
                        || address().isPresent()
                ? Optional.empty()
                : Optional.of(new DomainName(host));
    }

    /// The host when it is an address.
    public Optional<IpAddress> address() {
        return IpAddress.parse(host);
    }

    @Override
    public String toString() {
        return href;
    }
}
