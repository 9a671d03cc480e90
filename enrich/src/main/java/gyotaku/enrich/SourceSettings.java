package gyotaku.enrich;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where the sources are. Only what the operator names here may lie on loopback.
///
/// @param dnsServers `host:port`; empty means the system's
/// @param rdapBootstrap base URL of dns.json, ipv4.json, ipv6.json and asn.json
/// @param whoisServer `host:port` for every question; empty means referral from IANA
/// @param own the settings that sources declare themselves, by path as `safebrowsing.key`; defaults are left out
/// @param capture whether and how pages are visited
public record SourceSettings(
        List<String> dnsServers,
        URI rdapBootstrap,
        Optional<String> whoisServer,
        SortedMap<String, String> own,
        Privacy privacy,
        CaptureSettings capture) {

    public SourceSettings {
        dnsServers = List.copyOf(dnsServers);
        own = new TreeMap<>(own);
    }

    /// Without visits to pages, of the services only Safe Browsing.
    public SourceSettings(
            List<String> dnsServers,
            URI rdapBootstrap,
            Optional<String> whoisServer,
            URI safeBrowsingUrl,
            Optional<String> safeBrowsingKey,
            Privacy privacy) {
        this(
                dnsServers,
                rdapBootstrap,
                whoisServer,
                new TreeMap<>(Map.of(
                        "safebrowsing.url", safeBrowsingUrl.toString(),
                        "safebrowsing.key", safeBrowsingKey.orElse(""))),
                privacy,
                CaptureSettings.none());
    }

    /// With these settings of sources besides.
    public SourceSettings with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(own);
        all.putAll(more);
        return new SourceSettings(dnsServers, rdapBootstrap, whoisServer, all, privacy, capture);
    }

    /// The value of a source's own setting, when it is set.
    public Optional<String> own(String path) {
        return Optional.ofNullable(own.get(path)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The same, split at commas.
    public List<String> ownList(String path) {
        return own(path).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
