package gyotaku.analyse.auth.dkim;

import java.util.List;

/// A key as it is published (RFC 6376 section 3.6.1).
///
/// @param type `k=`, lower case
/// @param hashes of `h=`, lower case; empty when all may be used
/// @param services of `s=`, lower case; empty when all may use it
/// @param flags of `t=`, lower case: `y` for testing, `s` when `i=` must not be a subdomain
/// @param key the bytes of `p=`; empty when the key is revoked
public record DkimRecord(
        String text, String type, List<String> hashes, List<String> services, List<String> flags, byte[] key) {

    public DkimRecord {
        hashes = List.copyOf(hashes);
        services = List.copyOf(services);
        flags = List.copyOf(flags);
    }

    boolean isRevoked() {
        return key.length == 0;
    }

    boolean isTesting() {
        return flags.contains("y");
    }

    boolean servesMail() {
        return services.isEmpty() || services.contains("*") || services.contains("email");
    }
}
