package gyotaku.enrich.ipdata;

import gyotaku.enrich.Json;
import gyotaku.enrich.Reading;
import gyotaku.model.fact.IpFacts.Origin;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The recorded form of what the IP data says: `{"country":"JP","asn":2497,"asName":"…","data":{…}}`.
final class IpAnswer {

    private IpAnswer() {}

    static String write(Origin origin, String about) {
        return Json.object()
                .put("country", origin.country())
                .put("asn", origin.asn())
                .put("asName", origin.asName())
                .set(
                        "data",
                        Json.read(about.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .orElseGet(Json::object))
                .toString();
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
                + Json.text(data, "date") + "]";
    }
}
