package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Published figures of past months: `trends/*.yml`.
final class Trends {

    private Trends() {}

    /// @param month the month that is counted
    /// @param key what is counted: `reports`, `share-airline` …
    /// @param text what was published, with its figures
    record Trend(
            String file, YearMonth month, Text publisher, String key, Text text, String source, LocalDate checked) {
        Evidence evidence() {
            return new Evidence.Known(file, source, checked, text.ja());
        }
    }

    static List<Trend> load() {
        return Resources.folder("trends").stream().flatMap(Trends::file).toList();
    }

    private static Stream<Trend> file(JsonNode root) {
        return root.path("facts")
                .valueStream()
                .map(fact -> new Trend(
                        "trends/" + root.path("id").asString(),
                        YearMonth.parse(root.path("month").asString()),
                        Resources.both(root.path("publisher")),
                        fact.path("key").asString(),
                        Resources.both(fact),
                        Resources.source(root),
                        Resources.checked(root)));
    }
}
