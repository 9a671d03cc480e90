package gyotaku.report.render;

import gyotaku.model.Lookup;
import gyotaku.model.Why;
import gyotaku.model.fact.Rendering;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.Link;
import gyotaku.report.section.Remotes;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The mail's HTML as a picture, and what opening it would load, in `case.json`.
final class RenderingJson {

    private final Case c;

    RenderingJson(Case c) {
        this.c = c;
    }

    ObjectNode node() {
        Lookup<Rendering> lookup = c.facts().rendering();
        Optional<Rendering> rendering = lookup.found();
        ObjectNode node = Json.object().put("state", state(lookup));
        node.set("detail", Json.orNull(why(lookup)));
        node.set("screenshot", picture(rendering.map(Rendering::shown)));
        node.set("revealed", picture(rendering.flatMap(Rendering::revealed)));
        node.put("hidden", rendering.map(Rendering::hidden).orElse(0));
        ArrayNode unseen = node.putArray("unseen");
        c.mail()
                .body()
                .unseen()
                .forEach(text -> unseen.addObject()
                        .put("text", text.text())
                        .put("how", text.how().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        ArrayNode remote = node.putArray("remote");
        for (Remotes.Host host : Remotes.of(c)) {
            remote.addObject()
                    .put("host", host.name())
                    .put("pictures", host.count(Link.Context.IMAGE))
                    .put("pixels", host.count(Link.Context.PIXEL))
                    .put("others", host.count(Link.Context.STYLE) + host.count(Link.Context.FRAME));
        }
        return node;
    }

    private static String state(Lookup<Rendering> lookup) {
        return switch (lookup) {
            case Lookup.Found<Rendering> _ -> "rendered";
            case Lookup.NotAsked<Rendering> _, Lookup.NotListed<Rendering> _ -> "not-rendered";
            case Lookup.Failed<Rendering> _ -> "failed";
        };
    }

    private static Optional<String> why(Lookup<Rendering> lookup) {
        return switch (lookup) {
            case Lookup.Found<Rendering> _, Lookup.NotListed<Rendering> _ -> Optional.empty();
            case Lookup.NotAsked<Rendering>(Why why) -> Optional.of(words(why));
            case Lookup.Failed<Rendering>(Why why, var _) -> Optional.of(words(why));
        };
    }

    private static String words(Why why) {
        String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return why.detail().isEmpty() ? reason : reason + ": " + why.detail();
    }

    private static JsonNode picture(Optional<Rendering.Picture> picture) {
        return Json.orNull(
                picture.map(it -> "evidence/screenshots/" + it.sha256().hex() + ".png"));
    }
}
