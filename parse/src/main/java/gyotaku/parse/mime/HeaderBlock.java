package gyotaku.parse.mime;

import java.util.List;

/// The header of a message or part.
///
/// @param end after the last field's line end
/// @param bodyStart after the empty line that closes it
/// @param doubtful whether programs disagree on its fields or its end
record HeaderBlock(List<RawField> fields, int start, int end, int bodyStart, boolean doubtful) {}
