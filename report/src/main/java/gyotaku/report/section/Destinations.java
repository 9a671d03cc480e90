package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Where such mails can be reported: `destinations/*.yml`, one file each.
final class Destinations {

    private Destinations() {}

    /// @param order where it stands among the others
    /// @param where mail address, form or telephone
    /// @param fits kinds of mail or harm it is for
    /// @param wants what it asks for
    record Destination(
            String id,
            int order,
            Text name,
            String where,
            List<String> fits,
            Text wants,
            String source,
            LocalDate checked) {
        Evidence evidence() {
            return new Evidence.Known("destinations/" + id, source, checked, name.ja() + " " + where);
        }
    }

    static List<Destination> load() {
        return Resources.folder("destinations").stream()
                .map(Destinations::destination)
                .sorted(Comparator.comparingInt(Destination::order).thenComparing(Destination::id))
                .toList();
    }

    private static Destination destination(JsonNode entry) {
        return new Destination(
                entry.path("id").asString(),
                Integer.parseInt(entry.path("order").asString()),
                Resources.both(entry.path("name")),
                where(entry),
                Resources.strings(entry.path("for")),
                Resources.both(entry.path("instructions")),
                Resources.source(entry),
                Resources.checked(entry));
    }

    private static String where(JsonNode entry) {
        List<String> ways = List.of(
                entry.path("address").asString(""),
                entry.path("form").asString(""),
                entry.path("telephone").asString(""));
        return String.join(" / ", ways.stream().filter(way -> !way.isEmpty()).toList());
    }
}
