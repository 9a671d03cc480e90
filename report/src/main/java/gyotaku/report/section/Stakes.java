package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What is at stake with a kind of brand, and how it is turned into money: `stakes/*.yml`.
final class Stakes {

    private Stakes() {}

    record Stake(String id, List<String> categories, Text stake, Text turned, String source, LocalDate checked) {
        Evidence evidence() {
            return new Evidence.Known("stakes/" + id, source, checked, stake.ja() + turned.ja());
        }
    }

    static List<Stake> load() {
        return Resources.folder("stakes").stream().map(Stakes::stake).toList();
    }

    private static Stake stake(JsonNode entry) {
        return new Stake(
                entry.path("id").asString(),
                Resources.strings(entry.path("categories")),
                Resources.both(entry.path("stake")),
                Resources.both(entry.path("turned")),
                Resources.source(entry),
                Resources.checked(entry));
    }
}
