package gyotaku.model;

/// One statement in both languages. Neither can be left out, so a missing translation does not compile.
///
/// Placeholders are `{0}`, `{1}` …; what goes in with [#with] may come from an attacker and is made visible first.
public record Text(String ja, String en) {

    public static Text of(String ja, String en) {
        return new Text(ja, en);
    }

    /// A name or value that is the same in both languages.
    public static Text same(String value) {
        return new Text(value, value);
    }

    public String in(Lang lang) {
        return switch (lang) {
            case JA -> ja;
            case EN -> en;
        };
    }

    /// Fills the placeholders. A `Text` is put in by language, anything else by its `toString`, with control,
    /// zero-width and bidirectional characters written as `[U+202E]` so that a value cannot rearrange its sentence.
    public Text with(Object... values) {
        return new Text(fill(Lang.JA, values), fill(Lang.EN, values));
    }

    private String fill(Lang lang, Object... values) {
        String template = in(lang);
        StringBuilder out = new StringBuilder(template.length() + 16 * values.length);
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(template, at, open);
            out.append(value(lang, values[Integer.parseInt(template.substring(open + 1, close))]));
            at = close + 1;
        }
        return out.append(template, at, template.length()).toString();
    }

    private static String value(Lang lang, Object value) {
        return value instanceof Text text ? text.in(lang) : Visible.of(value.toString());
    }
}
