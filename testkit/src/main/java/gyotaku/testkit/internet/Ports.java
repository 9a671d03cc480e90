package gyotaku.testkit.internet;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the servers of a closed internet listen, all on 127.0.0.1. `dns` holds for UDP and TCP.
public record Ports(int dns, int whois, int api, int http, int https, int proxy) {

    /// By name, as they are handed to a command: `dns`, `dns_tcp`, `whois`, `api`, `http`, `https`, `proxy`.
    public Map<String, Integer> byName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("dns", dns);
        names.put("dns_tcp", dns);
        names.put("whois", whois);
        names.put("api", api);
        names.put("http", http);
        names.put("https", https);
        names.put("proxy", proxy);
        return names;
    }
}
