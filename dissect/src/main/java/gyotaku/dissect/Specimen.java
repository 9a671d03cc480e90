package gyotaku.dissect;

/// A file to be looked into.
///
/// @param name as written, or empty
/// @param label media type that it is said to have, or empty
/// @param kind media type by content, or empty when it is not recognised
/// @param bytes nobody writes into them
public record Specimen(String name, String label, String kind, byte[] bytes) {

    /// What its name ends with after the last dot, lower case; empty when there is no dot.
    public String extension() {
        String bare = name.strip().toLowerCase(java.util.Locale.ROOT);
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? "" : bare.substring(dot + 1);
    }
}
