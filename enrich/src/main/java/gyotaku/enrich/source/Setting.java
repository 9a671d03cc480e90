package gyotaku.enrich.source;

/// A key of `gyotaku.yaml` that belongs to a source.
///
/// @param path as `urlhaus.key`
/// @param standard the value when nobody sets one; empty for none
/// @param meaning for people, one line
/// @param kind what becomes of it outside of this machine
public record Setting(String path, String standard, String meaning, Kind kind) {

    public enum Kind {
        /// Never shown, never recorded.
        SECRET,
        /// A URL, a folder or a file: where this machine finds the service. Not recorded.
        PLACE,
        /// What is asked depends on it: recorded, so that a replay asks the same.
        CHOICE
    }

    public static Setting secret(String path, String meaning) {
        return new Setting(path, "", meaning, Kind.SECRET);
    }

    public static Setting place(String path, String standard, String meaning) {
        return new Setting(path, standard, meaning, Kind.PLACE);
    }

    public static Setting choice(String path, String standard, String meaning) {
        return new Setting(path, standard, meaning, Kind.CHOICE);
    }
}
