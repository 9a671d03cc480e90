package gyotaku.enrich.rdap;

import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Json;
import gyotaku.enrich.Reading;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.IpFacts.Network;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An RDAP IP network object (RFC 9083 section 5.4, cidr0 extension).
public final class RdapNetwork {

    private RdapNetwork() {}

    public static Reading<Network> read(byte[] body, IpAddress asked) {
        return HttpBody.read(body, json -> network(json, asked));
    }

    private static Reading<Network> network(JsonNode json, IpAddress asked) {
        if (!Entities.objectClass(json).equals("ip network")) {
            return Reading.unreadable("no ip network object");
        }
        if (!covers(json, asked)) {
            return Reading.unreadable("the answer is about another network");
        }
        Entities entities = Entities.of(json);
        String name = Json.text(json, "name");
        Network network = new Network(
                name.isEmpty() ? Json.text(json, "handle") : name,
                range(json),
                country(json),
                entities.name("registrant"),
                entities.abuseContact());
        return new Reading.Says<>(
                network,
                String.join(" ", network.name(), network.range(), network.country(), network.abuseContact())
                        .strip());
    }

    private static boolean covers(JsonNode json, IpAddress asked) {
        Optional<IpAddress> start = IpAddress.parse(Json.text(json, "startAddress"));
        Optional<IpAddress> end = IpAddress.parse(Json.text(json, "endAddress"));
        return start.filter(first -> first.isV4() != asked.isV4() || first.compareTo(asked) > 0)
                        .isEmpty()
                && end.filter(last -> last.isV4() != asked.isV4() || last.compareTo(asked) < 0)
                        .isEmpty();
    }

    private static String range(JsonNode json) {
        List<String> cidrs = json.path("cidr0_cidrs")
                .valueStream()
                .map(RdapNetwork::cidr)
                .filter(cidr -> !cidr.isEmpty())
                .limit(2)
                .toList();
        if (cidrs.size() == 1) {
            return cidrs.getFirst();
        }
        String start = Json.text(json, "startAddress");
        String end = Json.text(json, "endAddress");
        return end.isEmpty() ? start : start + " - " + end;
    }

    private static String cidr(JsonNode cidr) {
        String v4 = Json.text(cidr, "v4prefix");
        String prefix = v4.isEmpty() ? Json.text(cidr, "v6prefix") : v4;
        int length = cidr.path("length").asInt(-1);
        return IpAddress.parse(prefix)
                .filter(_ -> length >= 0 && length <= 128)
                .map(address -> address + "/" + length)
                .orElse("");
    }

    private static String country(JsonNode json) {
        String code = Json.text(json, "country").toUpperCase(Locale.ROOT);
        return code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? code : "";
    }
}
