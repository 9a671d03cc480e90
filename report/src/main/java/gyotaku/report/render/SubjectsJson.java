package gyotaku.report.render;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.finding.Case;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/domains`, `/addresses` and `/analysis/sent` of `case.json`: what is known of names and addresses wherever they
/// stand in the mail, and what of the mail went out.
final class SubjectsJson {

    private final Case c;

    SubjectsJson(Case c) {
        this.c = c;
    }

    ArrayNode domains() {
        ArrayNode array = Json.array();
        c.facts().zones().forEach((name, facts) -> array.add(domain(name, facts)));
        return array;
    }

    private static ObjectNode domain(DomainName name, DomainFacts facts) {
        ObjectNode node = Json.object().put("name", name.ascii());
        ObjectNode records = node.putObject("records");
        facts.records().forEach((type, lookup) -> records.set(type.name().toLowerCase(Locale.ROOT), values(lookup)));
        node.set("certificates", certificates(facts));
        node.set("listings", LinksJson.reputation(facts.listings()));
        return node;
    }

    /// Null is unknown; an empty list says that there are none.
    private static JsonNode values(Lookup<List<String>> lookup) {
        return switch (lookup) {
            case Lookup.Found<List<String>> found -> Json.strings(found.value());
            case Lookup.NotListed<List<String>> _ -> Json.array();
            case Lookup.NotAsked<List<String>> _, Lookup.Failed<List<String>> _ -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static JsonNode certificates(DomainFacts facts) {
        return facts.certificates()
                .found()
                .<JsonNode>map(found -> Json.object()
                        .put("first", found.first().toString())
                        .put("latest", found.latest().toString())
                        .put("issuer", found.issuer())
                        .put("count", found.count()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    ArrayNode addresses() {
        ArrayNode array = Json.array();
        c.facts().ips().forEach((ip, facts) -> array.add(address(ip, facts)));
        return array;
    }

    private static ObjectNode address(IpAddress ip, IpFacts facts) {
        ObjectNode node = Json.object().put("address", ip.toString());
        node.set(
                "announced",
                facts.announced()
                        .found()
                        .<JsonNode>map(found -> Json.object()
                                .put("asn", found.asn())
                                .put("prefix", found.prefix())
                                .put("country", found.country())
                                .put("registry", found.registry()))
                        .orElse(JsonNodeFactory.instance.nullNode()));
        node.set("listings", LinksJson.reputation(facts.listings()));
        return node;
    }

    /// By source and kind.
    ArrayNode sent() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (LookupEntry entry : c.lookups()) {
            if (!entry.sent().isEmpty()) {
                counts.merge(entry.source() + " " + entry.sent(), 1, Integer::sum);
            }
        }
        ArrayNode array = Json.array();
        counts.forEach((key, count) -> array.addObject()
                .put("source", key.substring(0, key.indexOf(' ')))
                .put("kind", key.substring(key.indexOf(' ') + 1))
                .put("count", count));
        return array;
    }
}
