package gyotaku.model;

/// Foreign text made harmless to read: what would act on a terminal or a line instead of being seen is spelt out.
public final class Visible {

    private Visible() {}

    /// The same text with line breaks and tabs as one space and every other control, format, surrogate or
    /// unassigned character as `[U+XXXX]`.
    public static String of(String foreign) {
        if (foreign.codePoints().noneMatch(Visible::acts)) {
            return foreign;
        }
        StringBuilder out = new StringBuilder(foreign.length() + 8);
        foreign.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                out.append(' ');
            } else if (acts(c)) {
                out.append("[U+%04X]".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /// Whether a character acts on a terminal, a line or its neighbours instead of being seen.
    public static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
