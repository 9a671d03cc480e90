package gyotaku.report.render;

import gyotaku.model.finding.Case;
import gyotaku.model.finding.Verdict;
import gyotaku.report.render.Indicators.Indicator;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `misp.json`: one event in the MISP core format with an attribute for each indicator.
public final class Misp {

    private final Case c;
    private final Indicators indicators;

    public Misp(Case c, Indicators indicators) {
        this.c = c;
        this.indicators = indicators;
    }

    public byte[] bytes() {
        ObjectNode root = Json.object();
        ObjectNode event = root.putObject("Event");
        event.put("uuid", Uuids.of(Uuids.STIX, "misp " + c.sample()).toString())
                .put(
                        "info",
                        "Gyotaku case " + c.id() + ": "
                                + c.analysis().verdict().kind().name().toLowerCase(Locale.ROOT))
                .put("date", date())
                .put("timestamp", Long.toString(c.facts().at().getEpochSecond()))
                .put("threat_level_id", threat(c.analysis().verdict().level()))
                .put("analysis", "2")
                .put("distribution", "0")
                .put("published", false);
        ArrayNode attributes = event.putArray("Attribute");
        indicators.all().forEach(it -> attributes.add(attribute(it)));
        ArrayNode objects = event.putArray("Object");
        indicators.all().forEach(it -> indicators.content(it).ifPresent(content -> objects.add(file(it, content))));
        return Json.bytes(root);
    }

    private ObjectNode attribute(Indicator it) {
        ObjectNode attribute = Json.object()
                .put(
                        "uuid",
                        Uuids.of(Uuids.STIX, "misp " + c.sample() + " " + it.type() + " " + it.value())
                                .toString())
                .put("type", it.type().misp())
                .put("category", category(it))
                .put("value", it.value())
                .put("to_ids", !it.type().isLead())
                .put("distribution", "0")
                .put("timestamp", Long.toString(c.facts().at().getEpochSecond()));
        indicators
                .relation(it)
                .ifPresent(relation -> attribute.put(
                        "comment", relation.how() + ", from " + relation.from().value()));
        return attribute;
    }

    /// By the template `file` of the MISP objects.
    private ObjectNode file(Indicator it, Indicators.Content content) {
        ObjectNode object = Json.object()
                .put("uuid", uuid("object " + it.value()))
                .put("name", "file")
                .put("meta-category", "file")
                .put("template_uuid", "688c46fb-5edb-40a3-8273-1af7923e2215")
                .put("template_version", "24")
                .put("distribution", "0")
                .put("timestamp", Long.toString(c.facts().at().getEpochSecond()));
        ArrayNode attributes = object.putArray("Attribute");
        attributes.add(of(it, "md5", "Payload delivery", content.prints().md5()));
        attributes.add(of(it, "sha256", "Payload delivery", it.value()));
        if (!content.prints().ssdeep().isEmpty()) {
            attributes.add(of(it, "ssdeep", "Payload delivery", content.prints().ssdeep()));
        }
        attributes.add(of(it, "size-in-bytes", "Other", Long.toString(content.size())));
        return object;
    }

    private ObjectNode of(Indicator file, String relation, String category, String value) {
        boolean hash = !relation.equals("size-in-bytes");
        return Json.object()
                .put("uuid", uuid("object " + file.value() + " " + relation))
                .put("object_relation", relation)
                .put("type", relation)
                .put("category", category)
                .put("value", value)
                .put("to_ids", hash)
                .put("distribution", "0")
                .put("timestamp", Long.toString(c.facts().at().getEpochSecond()));
    }

    private String uuid(String what) {
        return Uuids.of(Uuids.STIX, "misp " + c.sample() + " " + what).toString();
    }

    private static String category(Indicator it) {
        return switch (it.type()) {
            case SENDER, FILE -> "Payload delivery";
            case FAVICON -> "External analysis";
            case IP, LINK_IP, DOMAIN, URL, CERTIFICATE -> "Network activity";
        };
    }

    private String date() {
        return c.mail()
                .receivedAt()
                .map(OffsetDateTime::toInstant)
                .orElse(c.facts().at())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private static String threat(Verdict.Level level) {
        return switch (level) {
            case CRITICAL, HIGH -> "1";
            case MEDIUM -> "2";
            case LOW -> "3";
            case NONE -> "4";
        };
    }
}
