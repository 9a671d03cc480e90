package gyotaku.report.render;

import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.View;
import gyotaku.model.mail.Words;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is in a file, in `case.json`. Its links stand with those of the mail.
final class OpenedJson {

    private OpenedJson() {}

    /// Goes as deep as the files, which is bounded by `Limits.Files.depth`.
    static void into(ObjectNode node, Opened opened) {
        node.put("state", code(opened.state()));
        node.set("detail", Json.orNull(opened.detail()));
        ArrayNode traits = node.putArray("traits");
        for (Trait trait : opened.traits()) {
            traits.addObject().put("kind", code(trait.kind())).put("detail", trait.detail());
        }
        ArrayNode texts = node.putArray("texts");
        for (Words words : opened.texts()) {
            texts.addObject()
                    .put("origin", code(words.origin()))
                    .put("place", words.place())
                    .put("text", words.text());
        }
        ArrayNode views = node.putArray("views");
        for (View view : opened.views()) {
            views.addObject()
                    .put("place", view.place())
                    .put("width", view.width())
                    .put("height", view.height());
        }
        ArrayNode files = node.putArray("files");
        opened.files().forEach(file -> into(files.addObject(), file));
        node.set("truncated", Json.truncated(opened.truncated()));
    }

    private static void into(ObjectNode node, Inside file) {
        node.put("name", file.name());
        node.set("looksLike", Json.orNull(file.looksLike()));
        node.put("sha256", file.prints().sha256().hex())
                .put("md5", file.prints().md5());
        node.set("ssdeep", Json.orNull(file.prints().ssdeep()));
        node.put("size", file.size());
        into(node, file.opened());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
