package gyotaku.report.render;

import gyotaku.model.Visible;

/// Writes HTML. Every foreign character passes [#text] or an attribute of [#open]; there is no other way in.
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /// Our own markup, a constant.
    Markup raw(String constant) {
        out.append(constant);
        return this;
    }

    /// Pairs of attribute name (a constant) and value.
    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup text(String foreign) {
        escape(foreign);
        return this;
    }

    private void escape(String foreign) {
        for (int i = 0; i < foreign.length(); i += Character.charCount(foreign.codePointAt(i))) {
            int c = foreign.codePointAt(i);
            String safe = safe(foreign, i, c);
            if (safe.isEmpty()) {
                out.appendCodePoint(c);
            } else {
                out.append(safe);
            }
        }
    }

    /// Beyond the five that HTML needs, `=`, `(` and the colon of `javascript:` are spelt out, so that a payload cannot
    /// be found in the source by a scanner, nor come alive in a program that unescapes once too often.
    private static String safe(String text, int at, int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '`' -> "&#96;";
            case '=' -> "&#61;";
            case '(' -> "&#40;";
            case ':' -> at >= 6 && text.regionMatches(true, at - 6, "script", 0, 6) ? "&#58;" : "";
            default -> Visible.acts(c) ? "[U+%04X]".formatted(c) : "";
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
