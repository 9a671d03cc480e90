package gyotaku.report.section;

import gyotaku.model.Text;
import java.util.HashMap;
import java.util.Map;

/// Names of countries and areas by ISO 3166-1 alpha-2, from a file, so that they are the same under every Java runtime.
public final class Countries {

    private final Map<String, Text> names;

    private Countries(Map<String, Text> names) {
        this.names = names;
    }

    static Countries load() {
        Map<String, Text> names = new HashMap<>();
        Resources.text("countries.tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(cells -> names.put(cells[0], Text.of(cells[1], cells[2])));
        return new Countries(Map.copyOf(names));
    }

    /// As `香港 (HK)`; the code alone when it has no name.
    public Text name(String code) {
        Text name = names.get(code);
        return name == null ? Text.same(code) : Text.of(name.ja() + " (" + code + ")", name.en() + " (" + code + ")");
    }
}
