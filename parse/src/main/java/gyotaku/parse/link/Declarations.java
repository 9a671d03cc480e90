package gyotaku.parse.link;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The declarations of one rule or `style` attribute that decide whether text is seen.
final class Declarations {

    /// @param rank what wins: `!important`, then the kind of selector, then the order
    record Value(String text, long rank) {}

    private static final long IMPORTANT = 1L << 40;

    private static final Set<String> LOOKED_AT = Set.of(
            "display",
            "visibility",
            "font-size",
            "font",
            "opacity",
            "color",
            "background",
            "background-color",
            "background-image",
            "width",
            "height",
            "max-width",
            "max-height",
            "overflow",
            "position",
            "left",
            "top",
            "text-indent",
            "clip",
            "clip-path",
            "transform",
            "white-space");

    private final Map<String, Value> values = new LinkedHashMap<>();

    void read(String css, long rank) {
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= css.length(); i++) {
            char c = i < css.length() ? css.charAt(i) : ';';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i == css.length() || c == ';' && depth <= 0) {
                declare(css.substring(start, i), rank);
                start = i + 1;
                depth = 0;
            }
        }
    }

    private void declare(String declaration, long rank) {
        int colon = declaration.indexOf(':');
        if (colon < 0 || declaration.length() > 1_000) {
            return;
        }
        String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!LOOKED_AT.contains(name)) {
            return;
        }
        String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        boolean important = value.endsWith("!important");
        String plain = important ? value.substring(0, value.length() - 10).strip() : value;
        put(name, new Value(plain, important ? rank + IMPORTANT : rank));
    }

    private void put(String name, Value value) {
        values.merge(name, value, (old, now) -> now.rank() >= old.rank() ? now : old);
    }

    void take(Declarations other) {
        other.values.forEach(this::put);
    }

    /// The value that wins, or empty.
    String get(String name) {
        Value value = values.get(name);
        return value == null ? "" : value.text();
    }
}
