package gyotaku.model.mail;

/// A file within a file.
///
/// @param name as written there, or empty: never a path of ours
/// @param looksLike media type by content, or empty when it is not recognised
/// @param size in bytes; of a file that was not unpacked whole, what it claims to be
/// @param prints of its content; of a file that was not unpacked whole, of what was unpacked
public record Inside(String name, String looksLike, long size, Prints prints, Opened opened) {}
