package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import java.util.Locale;
import java.util.Optional;

/// How header and body are brought into the form that is signed (RFC 6376 section 3.4).
public enum Canonicalization {
    /// Nothing may change on the way.
    SIMPLE,
    /// White space may.
    RELAXED;

    static Optional<Canonicalization> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "simple" -> Optional.of(SIMPLE);
            case "relaxed" -> Optional.of(RELAXED);
            default -> Optional.empty();
        };
    }

    /// One header field without the line end after it (sections 3.4.1 and 3.4.2).
    public String header(RawField field) {
        return switch (this) {
            case SIMPLE -> field.text();
            case RELAXED -> field.name() + ":" + relaxed(field.body());
        };
    }

    private static String relaxed(String body) {
        StringBuilder out = new StringBuilder(body.length());
        boolean space = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == ' ' || c == '\t') {
                space = true;
            } else if (c != '\r' && c != '\n') {
                if (space && !out.isEmpty()) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }
}
