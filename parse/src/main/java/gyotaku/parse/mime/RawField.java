package gyotaku.parse.mime;

/// Where a header field stands (RFC 5322 section 2.2).
///
/// @param start of its name
/// @param nameEnd after its name
/// @param bodyStart after its colon
/// @param end of its last line, without the line end
record RawField(int start, int nameEnd, int bodyStart, int end) {}
