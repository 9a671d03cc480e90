package gyotaku.parse.mime;

import java.util.List;

/// The header of a message or part.
///
/// @param end after the last field's line end
/// @param bodyStart after the empty line that closes it
record HeaderBlock(List<RawField> fields, int start, int end, int bodyStart) {}
