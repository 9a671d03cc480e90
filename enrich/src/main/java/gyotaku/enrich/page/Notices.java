package gyotaku.enrich.page;

import gyotaku.enrich.Json;
import gyotaku.model.fact.Landing.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Pages that stand in place of the real one, known by the words of `notices.json`. The first that fits counts.
final class Notices {

    /// A notice is short; a page that is longer only speaks of such things.
    private static final int SHORT_PAGE = 1_500;

    private record Entry(Notice.Kind kind, String by, List<String> phrases) {}

    private static final List<Entry> ENTRIES = entries();

    private Notices() {}

    /// @param text what a visitor reads
    static Optional<Notice> of(String title, String text) {
        if (text.length() > SHORT_PAGE) {
            return Optional.empty();
        }
        String all = (title + "\n" + text).toLowerCase(Locale.ROOT);
        for (Entry entry : ENTRIES) {
            for (String phrase : entry.phrases) {
                if (all.contains(phrase)) {
                    return Optional.of(new Notice(entry.kind, entry.by, phrase));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Notices.class.getResourceAsStream("notices.json"))) {
            for (JsonNode entry : Json.read(in.readAllBytes()).orElseThrow()) {
                entries.add(new Entry(
                        Notice.Kind.valueOf(Json.text(entry, "kind")),
                        Json.text(entry, "by"),
                        entry.path("any").valueStream().map(JsonNode::asString).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(entries);
    }
}
