package gyotaku.model.mail;

/// What a file says to its reader.
///
/// @param origin whether the letters stand in the file or were read off a picture
/// @param place where in the file: `page 2`, or empty
public record Words(Origin origin, String place, String text) {

    public enum Origin {
        WRITTEN,
        /// By optical character recognition: it can be wrong.
        RECOGNISED
    }
}
