package gyotaku.testkit.internet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What one closed internet knows, as its JSON file says it: `dns`, `dns_servfail`, `dns_timeout`, `whois`, `rdap`
/// (`domain`, `ip`), `rdap_tlds`, `safebrowsing`, `web`, `web_timeout`.
public record Scenario(JsonNode root, Map<String, JsonNode> zone) {

    /// The top-level domains that have an RDAP server when the file does not say so.
    private static final List<String> TLDS_WITH_RDAP =
            List.of("com", "net", "org", "jp", "cn", "top", "hk", "io", "de");

    public static Scenario read(Path json) throws IOException {
        return of(Files.readString(json));
    }

    public static Scenario of(String json) {
        JsonNode root = new ObjectMapper().readTree(json);
        Map<String, JsonNode> zone = new TreeMap<>();
        root.path("dns").properties().forEach(set -> zone.put(canonical(set.getKey()), set.getValue()));
        return new Scenario(root, zone);
    }

    /// A name as the zone is asked for it: lower case, no closing dot.
    static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// Whether the name is one of the list's names or below one.
    boolean within(String list, String name) {
        return strings(list).anyMatch(parent -> name.equals(parent) || name.endsWith("." + parent));
    }

    boolean lists(String list, String name) {
        return strings(list).anyMatch(name::equals);
    }

    /// A name that has no records itself while names below it have some (RFC 8020).
    boolean emptyNonTerminal(String name) {
        return zone.keySet().stream().anyMatch(known -> known.endsWith("." + name));
    }

    Optional<String> whois(String subject) {
        return text(root.path("whois").path(subject));
    }

    Optional<JsonNode> rdapDomain(String name) {
        return present(root.path("rdap").path("domain").path(name));
    }

    /// The object of the first network in the file that holds the address.
    Optional<JsonNode> rdapIp(String address) {
        return root.path("rdap").path("ip").properties().stream()
                .filter(network -> Network.of(network.getKey()).holds(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<String> tldsWithRdap() {
        return root.has("rdap_tlds") ? strings("rdap_tlds").toList() : TLDS_WITH_RDAP;
    }

    /// The threat that Safe Browsing knows of exactly this URL.
    Optional<String> threat(String url) {
        return text(root.path("safebrowsing").path(url));
    }

    /// All of Safe Browsing: URL to threat.
    Map<String, String> threats() {
        Map<String, String> all = new TreeMap<>();
        root.path("safebrowsing")
                .properties()
                .forEach(url -> all.put(url.getKey(), url.getValue().asString()));
        return all;
    }

    boolean hasSite(String host) {
        return root.path("web").has(host);
    }

    /// The page of a site: by path and query, by path alone, or the one for all paths.
    Optional<JsonNode> page(String host, String pathAndQuery) {
        JsonNode site = root.path("web").path(host);
        String path = pathAndQuery.split("\\?", 2)[0];
        return present(site.path(pathAndQuery))
                .or(() -> present(site.path(path)))
                .or(() -> present(site.path("*")));
    }

    private Stream<String> strings(String list) {
        return root.path(list).values().stream().map(JsonNode::asString);
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    private static Optional<String> text(JsonNode node) {
        return present(node).map(JsonNode::asString);
    }
}
