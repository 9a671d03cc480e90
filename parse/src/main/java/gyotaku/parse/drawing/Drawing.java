package gyotaku.parse.drawing;

/// A picture that is drawn in a text.
///
/// @param place `text` or `table`
/// @param bmp the picture as a file
public record Drawing(String place, byte[] bmp) {}
