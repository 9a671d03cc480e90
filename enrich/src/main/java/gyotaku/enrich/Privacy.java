package gyotaku.enrich;

import java.util.Locale;

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

    /// The word of the setting.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean allows(Privacy needed) {
        return compareTo(needed) >= 0;
    }
}
