package gyotaku.parse.link;

import gyotaku.model.ByteSpan;

/// A decoded picture of the mail.
///
/// @param type media type as labelled
/// @param body span of its encoded bytes in the sample
public record DecodedImage(String partPath, String type, byte[] bytes, ByteSpan body) {}
