package gyotaku.parse.header;

import gyotaku.model.Defect.Kind;
import java.util.Set;

/// A value for people, and what was wrong on the way to it.
public record Decoded(String value, Set<Kind> problems) {}
