package gyotaku.parse.charset;

import gyotaku.model.Defect.Kind;
import java.util.Set;

/// Text with what it was decoded by.
///
/// @param coding what the bytes were really decoded by
/// @param problems of `UNKNOWN_CHARSET`, `WRONG_CHARSET` (the label was overruled), `UNDECODABLE_TEXT`
public record DecodedBytes(String text, Coding coding, Set<Kind> problems) {}
