package gyotaku.enrich.rdap;

import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Which service answers for a domain or an address (RFC 9224): the longest match wins, https before http.
///
/// @param services in the file's order
public record Bootstrap(List<Service> services) {

    public static final String SOURCE = "rdap";

    /// The subject of the question for a bootstrap file starts so; it names no server, since the operator chooses it.
    public static final String PREFIX = "bootstrap ";

    /// @param key a name without leading dot, or a network as `192.0.2.0/24`
    public record Service(String key, String base) {}

    public static final Question DOMAINS = new Question(SOURCE, PREFIX + "dns.json");
    public static final Question IPV4 = new Question(SOURCE, PREFIX + "ipv4.json");
    public static final Question IPV6 = new Question(SOURCE, PREFIX + "ipv6.json");

    public static Question filesFor(IpAddress address) {
        return address.isV4() ? IPV4 : IPV6;
    }

    public static Reading<Bootstrap> read(byte[] body) {
        return HttpBody.read(body, Bootstrap::services);
    }

    private static Reading<Bootstrap> services(JsonNode file) {
        List<Service> all = new ArrayList<>();
        for (JsonNode service : file.path("services").values()) {
            Optional<String> base = base(service.path(1));
            base.ifPresent(url -> service.path(0)
                    .valueStream()
                    .filter(JsonNode::isString)
                    .forEach(key -> all.add(new Service(key.stringValue(), url))));
        }
        return all.isEmpty()
                ? Reading.unreadable("no services in the bootstrap file")
                : new Reading.Says<>(new Bootstrap(all), all.size() + " services");
    }

    private static Optional<String> base(JsonNode urls) {
        return urls.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .filter(Bootstrap::isUrl)
                .min(Comparator.comparing(url -> !url.startsWith("https://")))
                .map(url -> url.endsWith("/") ? url : url + "/");
    }

    private static boolean isUrl(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    public Optional<Question> question(DomainName domain) {
        return services.stream()
                .filter(service -> !service.key.isEmpty() && within(domain, service.key))
                .max(Comparator.comparingInt(service -> service.key.length()))
                .map(service -> new Question(SOURCE, service.base + "domain/" + escaped(domain.ascii())));
    }

    private static boolean within(DomainName domain, String key) {
        return domain.ascii().equalsIgnoreCase(key)
                || domain.ascii().endsWith("." + key.toLowerCase(java.util.Locale.ROOT));
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder();
        for (byte octet : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (octet & 255);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_')) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    public Optional<Question> question(IpAddress address) {
        return services.stream()
                .filter(service -> prefix(service.key, address) >= 0)
                .max(Comparator.comparingInt(service -> prefix(service.key, address)))
                .map(service -> new Question(SOURCE, service.base + "ip/" + address));
    }

    private static int prefix(String network, IpAddress address) {
        int slash = network.indexOf('/');
        Optional<IpAddress> start = IpAddress.parse(slash < 0 ? network : network.substring(0, slash));
        int bits = slash < 0 ? 0 : bits(network.substring(slash + 1));
        return slash >= 0 && start.isPresent() && address.in(start.get(), bits) ? bits : -1;
    }

    private static int bits(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }
}
