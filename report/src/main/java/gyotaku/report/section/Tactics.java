package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Words by which subjects lure: `tactics.yml`.
final class Tactics {

    private Tactics() {}

    record Tactic(String id, Text name, Text why, List<String> words, String source, LocalDate checked) {

        /// Those of its words that the text contains, in the order of the file; none that is part of an earlier one.
        List<String> in(String text) {
            String small = text.toLowerCase(Locale.ROOT);
            List<String> found = words.stream().filter(small::contains).toList();
            return found.stream()
                    .filter(word -> found.stream().noneMatch(other -> !other.equals(word) && other.contains(word)))
                    .toList();
        }

        Evidence evidence() {
            return new Evidence.Known("tactics", source, checked, String.join(" ", words));
        }
    }

    static List<Tactic> load() {
        JsonNode root = Resources.yaml("tactics.yml");
        LocalDate checked = LocalDate.parse(root.path("checked").asString());
        return root.path("tactics")
                .valueStream()
                .map(entry -> tactic(entry, root.path("source").asString(), checked))
                .toList();
    }

    private static Tactic tactic(JsonNode entry, String source, LocalDate checked) {
        return new Tactic(
                entry.path("id").asString(),
                Text.of(entry.path("ja").asString(), entry.path("en").asString()),
                Text.of(
                        entry.path("why").path("ja").asString(),
                        entry.path("why").path("en").asString()),
                words(entry).toList(),
                source,
                checked);
    }

    private static Stream<String> words(JsonNode entry) {
        return entry.path("words").valueStream().map(JsonNode::asString);
    }
}
