package gyotaku.model.fact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The registry's entry of a domain.
///
/// @param registeredAt when it was registered; for a registry that gives only a day, its start in the registry's zone
/// @param precision `SECONDS` or `DAYS`
/// @param registrar name, or empty
/// @param abuseContact the registrar's mail address for abuse, or empty
/// @param protocol `rdap` or `whois`
public record Registration(
        Optional<Instant> registeredAt,
        ChronoUnit precision,
        Optional<Instant> expiresAt,
        String registrar,
        String abuseContact,
        List<String> nameServers,
        List<String> status,
        String protocol) {

    public Registration {
        nameServers = List.copyOf(nameServers);
        status = List.copyOf(status);
    }
}
