package gyotaku.enrich.ipdata;

import gyotaku.enrich.Json;
import gyotaku.enrich.Reading;
import gyotaku.model.fact.IpFacts.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The recorded form of what the IP data says: `{"country":"JP","asn":2497,"asName":"…","data":{…}}`; when files of
/// the operator gave something also `"files":[{"name":"…","built":"2026-01-01","gave":["country"]}]`.
final class IpAnswer {

    private IpAnswer() {}

    static String write(IpDatabases.Merged merged, String about) {
        Origin origin = merged.origin();
        ObjectNode node = Json.object();
        node.put("country", origin.country())
                .put("asn", origin.asn())
                .put("asName", origin.asName())
                .set(
                        "data",
                        Json.read(about.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .orElseGet(Json::object));
        if (!merged.shares().isEmpty()) {
            ArrayNode files = node.putArray("files");
            for (IpDatabases.Share share : merged.shares()) {
                ArrayNode gave = files.addObject()
                        .put("name", share.name())
                        .put("built", share.built())
                        .putArray("gave");
                share.gave().forEach(gave::add);
            }
        }
        return node.toString();
    }

    static Reading<Origin> read(byte[] body) {
        Optional<JsonNode> json = Json.read(body).filter(JsonNode::isObject);
        if (json.isEmpty()) {
            return Reading.unreadable("no JSON");
        }
        JsonNode node = json.get();
        String country = Json.text(node, "country");
        long asn = node.path("asn").asLong(0);
        if (country.isEmpty() && asn == 0) {
            return new Reading.Nothing<>(credit(node));
        }
        Origin origin = new Origin(country, asn, Json.text(node, "asName"));
        return new Reading.Says<>(origin, country + " AS" + asn + " " + origin.asName() + credit(node));
    }

    private static String credit(JsonNode node) {
        JsonNode data = node.path("data");
        return " [" + Json.text(data, "attribution") + ", " + Json.text(data, "licence") + ", "
                + Json.text(data, "date") + files(node) + "]";
    }

    private static String files(JsonNode node) {
        StringBuilder all = new StringBuilder();
        for (JsonNode file : node.path("files")) {
            List<String> gave = new ArrayList<>();
            file.path("gave").forEach(part -> gave.add(part.asString("")));
            all.append("; ")
                    .append(Json.text(file, "name"))
                    .append(' ')
                    .append(Json.text(file, "built"))
                    .append(" (")
                    .append(String.join(", ", gave))
                    .append(')');
        }
        return all.toString();
    }
}
