package gyotaku.enrich;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the sources are. Only what the operator names here may lie on loopback.
///
/// @param dnsServers `host:port`; empty means the system's
/// @param rdapBootstrap base URL of dns.json, ipv4.json, ipv6.json and asn.json
/// @param whoisServer `host:port` for every question; empty means referral from IANA
/// @param safeBrowsingUrl base URL, as `https://safebrowsing.googleapis.com/`
/// @param safeBrowsingKey empty means not asked
/// @param capture whether and how pages are visited
public record SourceSettings(
        List<String> dnsServers,
        URI rdapBootstrap,
        Optional<String> whoisServer,
        URI safeBrowsingUrl,
        Optional<String> safeBrowsingKey,
        Privacy privacy,
        CaptureSettings capture) {

    public SourceSettings {
        dnsServers = List.copyOf(dnsServers);
    }

    /// Without visits to pages.
    public SourceSettings(
            List<String> dnsServers,
            URI rdapBootstrap,
            Optional<String> whoisServer,
            URI safeBrowsingUrl,
            Optional<String> safeBrowsingKey,
            Privacy privacy) {
        this(dnsServers, rdapBootstrap, whoisServer, safeBrowsingUrl, safeBrowsingKey, privacy, CaptureSettings.none());
    }
}
