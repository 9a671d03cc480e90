package gyotaku.model;

/// A limit that was hit: which (the name of the component of [Limits]), its value, and what was left out.
public record Truncated(String limit, long value, Text what) {}
