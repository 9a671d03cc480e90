package gyotaku.analyse.detect;

import gyotaku.analyse.Subject;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who takes part in a mail, by registered domain.
public record Parties(Subject subject) {

    public Optional<DomainName> registered(Optional<Mailbox> mailbox) {
        return mailbox.flatMap(Mailbox::domain).map(subject.suffixes()::registrable);
    }

    /// The registered domain of From.
    public Optional<DomainName> from() {
        return registered(subject.mail().from());
    }

    public Optional<DomainName> envelope() {
        return registered(subject.mail().envelope());
    }

    /// Of a host name in free text; empty when it is none.
    public Optional<DomainName> registered(String host) {
        boolean name = host.length() > 1 && host.length() <= 253 && host.indexOf('.') > 0 && !host.startsWith("[");
        boolean letters = host.chars().anyMatch(Character::isLetter) && host.indexOf(':') < 0;
        return name && letters ? Optional.of(subject.suffixes().registrable(new DomainName(host))) : Optional.empty();
    }

    /// The first header of that name as the sender's own words.
    public Optional<Evidence> header(String name) {
        return subject.mail().header(name).map(header -> header.evidence(Trust.CLAIMED));
    }

    /// The hop at which the mail came in, unless a user of that server handed it in himself.
    public Optional<Hop> entry() {
        return subject.mail().route().boundary().filter(hop -> !isSubmission(hop.with()));
    }

    /// `ESMTPA`, `ESMTPSA` (RFC 3848): the client had logged in.
    private static boolean isSubmission(String with) {
        String protocol = with.toUpperCase(Locale.ROOT);
        return protocol.equals("ESMTPA") || protocol.equals("ESMTPSA");
    }

    /// What passed for the domain of From: SPF and DKIM as computed, or a result that the receiving side stamped. A
    /// signature that proves little proves nothing here, and neither does a stamp that rests on it.
    public Stream<Evidence> passes() {
        AuthResult spf = subject.authentication().spf();
        Stream<Evidence> computed =
                spf.result().equals("pass") && isFrom(spf.domain()) ? spf.evidence().stream() : Stream.empty();
        Stream<Evidence> signed = subject.authentication().signatures().stream()
                .filter(signature ->
                        signature.isPlainPass() && isFrom(signature.outcome().domain()))
                .flatMap(signature -> signature.outcome().evidence().stream());
        boolean weak = subject.authentication().signatures().stream()
                .anyMatch(signature ->
                        signature.weak() && isFrom(signature.outcome().domain()));
        Stream<Evidence> stamped = subject.authentication().claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.result().equals("pass"))
                .filter(claim ->
                        isFrom(claim.domain()) && !(weak && !claim.method().equals("spf")))
                .map(AuthClaim::evidence);
        return Stream.concat(Stream.concat(computed, signed), stamped);
    }

    /// Whether the domain of From is proven by anything.
    public boolean isProven() {
        return passes().findAny().isPresent();
    }

    /// Whether a failure need not mean forgery.
    public boolean isExplained() {
        return subject.authentication().explanation().isPresent();
    }

    /// Whether nothing proves the domain of From, and nothing explains why.
    public boolean isUnaccountedFor() {
        return !isProven() && !isExplained();
    }

    /// Whether that name belongs to the registered domain of From.
    public boolean isFrom(String host) {
        return from().isPresent() && registered(host).equals(from());
    }

    public boolean isFreeMail(DomainName registered) {
        return Hosts.bundled().freeMail().contains(registered.ascii());
    }

    /// Headers of a mailing list or newsletter (RFC 2919, RFC 2369).
    public Optional<Header> listHeader() {
        return subject.mail().header("List-Id").or(() -> subject.mail().header("List-Unsubscribe"));
    }
}
