package gyotaku.enrich.page;

import gyotaku.enrich.Json;
import gyotaku.enrich.Reading;
import gyotaku.model.Sha256;
import gyotaku.model.fact.Rendering;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The recorded form of a [Rendering], as JSON.
public record Developed(Rendering rendering) {

    private static final String SCHEMA = "gyotaku-rendering/1";

    byte[] bytes() {
        ObjectNode root = Json.object().put("schema", SCHEMA);
        root.set("shown", json(rendering.shown()));
        rendering.revealed().ifPresent(picture -> root.set("revealed", json(picture)));
        return root.put("hidden", rendering.hidden()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode json(Rendering.Picture picture) {
        return Json.object()
                .put("sha256", picture.sha256().hex())
                .put("width", picture.width())
                .put("height", picture.height())
                .put("whole", picture.whole());
    }

    public static Reading<Rendering> read(byte[] recorded) {
        return parsed(recorded)
                .<Reading<Rendering>>map(rendering -> new Reading.Says<>(rendering, words(rendering)))
                .orElseGet(() -> Reading.unreadable("no rendering"));
    }

    private static String words(Rendering rendering) {
        Rendering.Picture shown = rendering.shown();
        String hidden = rendering.hidden() == 0 ? "" : ", " + rendering.hidden() + " pieces of hidden text";
        return shown.width() + " × " + shown.height() + " pixels" + hidden;
    }

    /// The pictures that it speaks of.
    public static NavigableSet<Sha256> pictures(byte[] recorded) {
        NavigableSet<Sha256> all = new TreeSet<>();
        parsed(recorded)
                .ifPresent(rendering -> Stream.concat(Stream.of(rendering.shown()), rendering.revealed().stream())
                        .forEach(picture -> all.add(picture.sha256())));
        return all;
    }

    private static Optional<Rendering> parsed(byte[] recorded) {
        return Json.read(recorded)
                .filter(root -> Json.text(root, "schema").equals(SCHEMA))
                .flatMap(root -> picture(root.path("shown"))
                        .map(shown -> new Rendering(
                                shown,
                                picture(root.path("revealed")),
                                root.path("hidden").asInt(0))));
    }

    private static Optional<Rendering.Picture> picture(JsonNode node) {
        try {
            Sha256 digest = new Sha256(Json.text(node, "sha256"));
            return Optional.of(new Rendering.Picture(
                    digest,
                    node.path("width").asInt(0),
                    node.path("height").asInt(0),
                    node.path("whole").asBoolean(false)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
