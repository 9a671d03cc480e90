package gyotaku.report.render;

import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.SecurityTxt;
import gyotaku.report.section.AbuseContacts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/links[]/landing` of `case.json`.
final class LandingJson {

    private final Lookup<Landing> visit;

    LandingJson(Lookup<Landing> visit) {
        this.visit = visit;
    }

    ObjectNode object() {
        Optional<Landing> page = visit.found();
        ObjectNode node = Json.object().put("state", Landing.state(visit));
        node.set("status", page.map(Landing::status).map(LandingJson::status).orElseGet(LandingJson::none));
        node.set("redirects", redirects(page.map(Landing::redirects).orElse(List.of())));
        node.set("title", Json.orNull(page.map(Landing::title)));
        node.set("forms", forms(page.map(Landing::forms).orElse(List.of())));
        node.set("screenshot", picture(page.flatMap(Landing::desktop)));
        node.set("phoneScreenshot", picture(page.flatMap(Landing::phone)));
        node.set("tls", page.flatMap(Landing::tls).map(LandingJson::tls).orElseGet(LandingJson::none));
        node.set("url", Json.orNull(page.map(Landing::url)));
        node.set("address", Json.orNull(page.flatMap(Landing::address).map(IpAddress::toString)));
        node.set("means", Json.orNull(page.map(it -> it.means().name().toLowerCase(Locale.ROOT))));
        node.set(
                "notice", page.flatMap(Landing::notice).map(LandingJson::notice).orElseGet(LandingJson::none));
        node.set(
                "otherAgent",
                page.flatMap(Landing::otherAgent).map(LandingJson::otherAgent).orElseGet(LandingJson::none));
        node.set("favicon", hash(page.flatMap(Landing::favicon)));
        node.set("dom", hash(page.flatMap(Landing::dom)));
        node.set("har", hash(page.flatMap(Landing::har)));
        node.set("resources", resources(page.map(Landing::resources).orElse(List.of())));
        node.set("cut", Json.strings(page.map(Landing::cut).orElse(List.of())));
        node.set("at", Json.time(visit.seen().flatMap(LandingJson::at)));
        node.set("why", Json.orNull(why()));
        return node;
    }

    /// With whom the site names; the member is absent where the site was not asked.
    ObjectNode object(Lookup<SecurityTxt> securityTxt, AbuseContacts allowed) {
        ObjectNode node = object();
        if (!(securityTxt instanceof Lookup.NotAsked<SecurityTxt>)) {
            node.set(
                    "securityTxt",
                    securityTxt.found().map(it -> securityTxt(it, allowed)).orElseGet(LandingJson::none));
        }
        return node;
    }

    private static JsonNode securityTxt(SecurityTxt file, AbuseContacts allowed) {
        ObjectNode node = Json.object();
        node.set(
                "contacts",
                Json.strings(file.contacts().stream()
                        .filter(contact -> allowed.harmed(contact).isEmpty())
                        .toList()));
        node.set("expires", Json.time(file.expires()));
        return node;
    }

    private String why() {
        return switch (visit) {
            case Lookup.Found<Landing> _, Lookup.NotListed<Landing> _ -> "";
            case Lookup.NotAsked<Landing> it -> LinksJson.why(it.why());
            case Lookup.Failed<Landing> it -> LinksJson.why(it.why());
        };
    }

    private static Optional<Instant> at(Evidence evidence) {
        return evidence instanceof Evidence.Answered answered ? Optional.of(answered.at()) : Optional.empty();
    }

    private static JsonNode none() {
        return JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode status(int status) {
        return status == 0 ? none() : JsonNodeFactory.instance.numberNode(status);
    }

    private static JsonNode hash(Optional<Sha256> hash) {
        return Json.orNull(hash.map(Sha256::hex));
    }

    private static JsonNode picture(Optional<Sha256> picture) {
        return Json.orNull(picture.map(it -> "evidence/screenshots/" + it.hex() + ".png"));
    }

    private static ArrayNode redirects(List<Landing.Redirect> steps) {
        ArrayNode array = Json.array();
        for (Landing.Redirect step : steps) {
            ObjectNode node = array.addObject().put("how", step.how());
            node.set("status", status(step.status()));
            node.put("from", step.from()).put("to", step.to());
        }
        return array;
    }

    private static ArrayNode forms(List<Landing.Form> forms) {
        ArrayNode array = Json.array();
        for (Landing.Form form : forms) {
            ArrayNode fields = array.addObject()
                    .put("action", form.action())
                    .put("method", form.method())
                    .putArray("fields");
            form.fields()
                    .forEach(field -> fields.addObject()
                            .put("type", field.type())
                            .put("name", field.name())
                            .put("label", field.label())
                            .put("autocomplete", field.autocomplete()));
        }
        return array;
    }

    private static JsonNode tls(Landing.Tls tls) {
        ObjectNode node = Json.object().put("subject", tls.subject()).put("issuer", tls.issuer());
        node.set("names", Json.strings(tls.names()));
        node.put("notBefore", tls.notBefore().toString())
                .put("notAfter", tls.notAfter().toString())
                .put("protocol", tls.protocol())
                .put("valid", tls.fault().isEmpty());
        node.set("fault", Json.orNull(tls.fault()));
        return node.put("sha256", tls.certificate().hex());
    }

    private static JsonNode notice(Landing.Notice notice) {
        ObjectNode node = Json.object().put("kind", notice.kind().code());
        node.set("by", Json.orNull(notice.by()));
        return node.put("phrase", notice.phrase());
    }

    private static JsonNode otherAgent(Landing.Contrast other) {
        ObjectNode node = Json.object()
                .put("agent", other.agent())
                .put("state", other.state().code());
        node.set("status", status(other.status()));
        node.put("url", other.url());
        node.set("title", Json.orNull(other.title()));
        return node.put("differs", other.differs());
    }

    private static ArrayNode resources(List<Landing.Resource> resources) {
        ArrayNode array = Json.array();
        for (Landing.Resource resource : resources) {
            ObjectNode node = array.addObject().put("url", resource.url()).put("type", resource.type());
            node.set("status", status(resource.status()));
            node.put("size", resource.size());
            node.set("sha256", hash(resource.sha256()));
        }
        return array;
    }
}
