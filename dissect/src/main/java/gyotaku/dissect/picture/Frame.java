package gyotaku.dissect.picture;

import java.awt.image.BufferedImage;

/// One picture of a file, as it is shown there.
///
/// @param place `frame 2`, or empty for the only or the first one
record Frame(String place, BufferedImage image) {}
