package gyotaku.analyse.detect;

import gyotaku.analyse.Subject;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// How old a domain was when the mail came, by the receiving side's clock. Unknown when the registry did not answer or
/// the mail has no trusted time.
public record Ages(Subject subject) {

    /// @param age negative when it was registered after receipt
    /// @param evidence the registry's answer
    public record Aged(DomainName domain, Duration age, Evidence evidence) {

        /// Whole days; those of an age below zero are rounded towards receipt.
        public long days() {
            return age.toDays();
        }
    }

    public Optional<Aged> of(DomainName registered) {
        return of(registered, subject.facts().domain(registered));
    }

    public Optional<Aged> of(DomainName registered, Lookup<Registration> lookup) {
        Optional<Instant> since = lookup.found().flatMap(Registration::registeredAt);
        Optional<Instant> receipt = subject.mail().receivedAt().map(OffsetDateTime::toInstant);
        if (since.isEmpty() || receipt.isEmpty() || lookup.seen().isEmpty()) {
            return Optional.empty();
        }
        Duration age = Duration.between(since.get(), receipt.get());
        return Optional.of(new Aged(registered, age, lookup.seen().get()));
    }
}
