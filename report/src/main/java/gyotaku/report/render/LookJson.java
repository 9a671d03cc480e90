package gyotaku.report.render;

import gyotaku.model.IpAddress;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.LaterLook;
import gyotaku.report.section.LookAspects;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `look.json`: the pages of a case then and now.
public final class LookJson {

    private final LaterLook look;

    public LookJson(LaterLook look) {
        this.look = look;
    }

    public byte[] bytes() {
        ObjectNode root = Json.object()
                .put("schema", "gyotaku-look/1")
                .put("case", look.caseId())
                .put("then", look.then().toString())
                .put("now", look.now().toString());
        ArrayNode pages = root.putArray("pages");
        look.pages().forEach(page -> pages.add(page(page)));
        return Json.bytes(root);
    }

    private static ObjectNode page(LaterLook.Page page) {
        ObjectNode node = Json.object().put("url", page.url());
        node.set("then", time(page.then()));
        node.set("now", time(page.now()));
        node.set(
                "differences",
                Json.strings(new LookAspects(page)
                        .all().stream()
                                .filter(LookAspects.Aspect::differs)
                                .map(LookAspects.Aspect::key)
                                .toList()));
        return node;
    }

    private static ObjectNode time(LinkFacts facts) {
        ObjectNode node = Json.object();
        node.set("landing", new LandingJson(facts.landing()).object());
        node.set(
                "addresses",
                Json.strings(facts.addresses().found().orElse(List.of()).stream()
                        .map(IpAddress::toString)
                        .toList()));
        return node;
    }
}
