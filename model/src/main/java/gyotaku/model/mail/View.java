package gyotaku.model.mail;

/// What a file looks like.
///
/// @param place `page 1`, or empty for a picture itself
/// @param png at most `Limits.Files.viewBytes`
public record View(String place, int width, int height, byte[] png) {}
