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

    /// A web address that is serialised already, as a browser or this program's own reader tells it: it is taken apart,
    /// not interpreted. Empty for everything else, a host with characters that no serialised host has included.
    public static Optional<WebUrl> ofSerialised(String href) {
        int colon = href.indexOf("://");
        String scheme = colon < 0 ? "" : href.substring(0, colon);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        int from = colon + 3;
        int end = first(href, from, "/?#");
        int fragment = first(href, end, "#");
        int query = Math.min(first(href, end, "?"), fragment);
        int at = href.lastIndexOf('@', end - 1);
        int start = at >= from ? at + 1 : from;
        int bracket = href.indexOf(']', start);
        int port = href.indexOf(':', bracket >= 0 && bracket < end ? bracket : start);
        boolean numbered = port >= 0 && port < end;
        String host = href.substring(start, numbered ? port : end);
        return isHost(host)
                ? Optional.of(new WebUrl(
                        href,
                        scheme,
                        at >= from ? href.substring(from, at) : "",
                        host,
                        numbered ? number(href.substring(port + 1, end)) : -1,
                        href.substring(end, query),
                        href.substring(Math.min(query + 1, fragment), fragment),
                        href.substring(Math.min(fragment + 1, href.length()))))
                : Optional.empty();
    }

    private static int first(String text, int from, String stops) {
        int at = from;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isHost(String host) {
        return !host.isEmpty()
                && host.length() <= 253
                && host.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-._~[:]".indexOf(c) >= 0);
    }

    private static int number(String port) {
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : -1;
    }

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
