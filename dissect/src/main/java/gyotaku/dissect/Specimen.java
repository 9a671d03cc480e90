package gyotaku.dissect;

import java.util.Locale;

/// A file to be looked into.
///
/// @param name as written, or empty
/// @param label media type that it is said to have, or empty
/// @param kind media type by content, or empty when it is not recognised
/// @param bytes nobody writes into them
public record Specimen(String name, String label, String kind, byte[] bytes) {

    /// What its name ends with after the last dot, lower case; empty when there is no dot.
    public String extension() {
        return extension(name);
    }

    /// Dots and spaces at the end do not count: Windows drops them.
    static String extension(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        int dot = name.lastIndexOf('.', end - 1);
        int folder = Math.max(name.lastIndexOf('/', end - 1), name.lastIndexOf('\\', end - 1));
        return dot < folder || dot < 0 ? "" : name.substring(dot + 1, end).toLowerCase(Locale.ROOT);
    }
}
