package gyotaku.enrich;

/// What of the mail may leave the house in look-ups. Each allows what the ones before it allow.
public enum Privacy {
    /// Nothing.
    NONE,
    /// Prefixes of hashes.
    HASHES,
    /// Host names, domains and addresses.
    HOSTS,
    /// Whole URLs.
    URLS;

    public boolean allows(Privacy needed) {
        return compareTo(needed) >= 0;
    }
}
