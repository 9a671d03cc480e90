package gyotaku.model.fact;

import gyotaku.model.Lookup;

/// What one reputation service says of one URL.
///
/// @param source its key, as `safebrowsing`
/// @param name its name for people
/// @param threat `Found` holds the threat type in the service's own word
public record Reputation(String source, String name, Lookup<String> threat) {}
