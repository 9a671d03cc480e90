package gyotaku.model.fact;

import gyotaku.model.Lookup;

/// What one reputation service says of one URL, host, domain or address.
///
/// @param source its key, as `safebrowsing`
/// @param name its name for people, or that of the one of its lists
/// @param subject what it was asked about: a URL, a name, an address; empty when it goes without saying
/// @param threat `Found` holds the threat in the service's own word
public record Reputation(String source, String name, String subject, Lookup<String> threat) {

    /// Of the link that it belongs to.
    public Reputation(String source, String name, Lookup<String> threat) {
        this(source, name, "", threat);
    }
}
