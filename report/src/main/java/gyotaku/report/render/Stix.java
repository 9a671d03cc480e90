package gyotaku.report.render;

import gyotaku.model.finding.Case;
import gyotaku.report.render.Indicators.Indicator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `stix.json`: a STIX 2.1 bundle with deterministic ids: a report, its observables and an indicator for each.
public final class Stix {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private final Case c;
    private final Indicators indicators;
    private final List<String> refs = new ArrayList<>();

    public Stix(Case c, Indicators indicators) {
        this.c = c;
        this.indicators = indicators;
    }

    public byte[] bytes() {
        ObjectNode bundle = Json.object().put("type", "bundle").put("id", id("bundle", "bundle"));
        ArrayNode objects = Json.array();
        objects.add(identity());
        indicators.all().forEach(it -> {
            objects.add(observable(it));
            if (!it.type().isLead()) {
                objects.add(indicator(it));
            }
        });
        indicators.relations().forEach(it -> objects.add(relationship(it)));
        objects.add(report());
        bundle.set("objects", objects);
        return Json.bytes(bundle);
    }

    private ObjectNode identity() {
        ObjectNode node = common("identity", "identity--" + Uuids.of(Uuids.STIX, "gyotaku"));
        refs.add(node.path("id").asString());
        return node.put("name", "Gyotaku").put("identity_class", "system");
    }

    private ObjectNode common(String type, String id) {
        String at = time(c.facts().at());
        return Json.object()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", at)
                .put("modified", at);
    }

    private ObjectNode observable(Indicator it) {
        String id = observed(it);
        refs.add(id);
        ObjectNode node =
                Json.object().put("type", type(it)).put("spec_version", "2.1").put("id", id);
        if (it.type().isHash()) {
            ObjectNode hashes = node.putObject("hashes");
            indicators
                    .content(it)
                    .ifPresent(content -> hashes.put("MD5", content.prints().md5()));
            hashes.put("SHA-256", it.value());
            indicators
                    .content(it)
                    .filter(content -> !content.prints().ssdeep().isEmpty())
                    .ifPresent(content -> hashes.put("SSDEEP", content.prints().ssdeep()));
            indicators.content(it).ifPresent(content -> node.put("size", content.size()));
        } else {
            node.put("value", it.value());
        }
        return node;
    }

    private String observed(Indicator it) {
        return type(it) + "--" + Uuids.of(Uuids.STIX, contributing(it));
    }

    private ObjectNode relationship(Indicators.Relation it) {
        String from = observed(it.from());
        String to = observed(it.to());
        ObjectNode node = common("relationship", id("relationship", from + " " + it.how() + " " + to));
        refs.add(node.path("id").asString());
        return node.put("relationship_type", it.how()).put("source_ref", from).put("target_ref", to);
    }

    /// The id-contributing properties in canonical JSON; of several hashes MD5 goes first (STIX 2.1 section 2.9).
    private String contributing(Indicator it) {
        if (!it.type().isHash()) {
            return "{\"value\":" + quoted(it.value()) + "}";
        }
        return indicators
                .content(it)
                .map(content -> "{\"hashes\":{\"MD5\":\"" + content.prints().md5() + "\"}}")
                .orElseGet(() -> "{\"hashes\":{\"SHA-256\":\"" + it.value() + "\"}}");
    }

    private static String quoted(String value) {
        return JsonNodeFactory.instance.stringNode(value).toString();
    }

    private ObjectNode indicator(Indicator it) {
        ObjectNode node = common("indicator", id("indicator", it.type() + " " + it.value()));
        refs.add(node.path("id").asString());
        node.put("name", it.type().misp() + " " + it.value());
        node.putArray("indicator_types").add("malicious-activity");
        return node.put("pattern", pattern(it)).put("pattern_type", "stix").put("valid_from", time(received()));
    }

    private static String pattern(Indicator it) {
        String property = it.type().isHash() ? "hashes.'SHA-256'" : "value";
        String value = it.value().replace("\\", "\\\\").replace("'", "\\'");
        return "[" + type(it) + ":" + property + " = '" + value + "']";
    }

    private static String type(Indicator it) {
        return it.type().stix().equals("ip")
                ? it.value().contains(":") ? "ipv6-addr" : "ipv4-addr"
                : it.type().stix();
    }

    private ObjectNode report() {
        ObjectNode node = common("report", id("report", "report"));
        node.put("name", "Case " + c.id()).put("published", time(c.facts().at()));
        node.putArray("report_types").add(indicators.all().isEmpty() ? "observed-data" : "threat-report");
        node.put("description", c.analysis().verdict().kind().name().toLowerCase(Locale.ROOT));
        node.set("object_refs", Json.strings(refs));
        return node;
    }

    private String id(String type, String what) {
        return type + "--" + Uuids.of(Uuids.STIX, "gyotaku " + c.sample() + " " + what);
    }

    private Instant received() {
        return c.mail()
                .receivedAt()
                .map(OffsetDateTime::toInstant)
                .orElse(c.facts().at());
    }

    private static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
