package gyotaku.enrich;

import gyotaku.enrich.rdap.Bootstrap;
import gyotaku.enrich.rdap.RdapDomain;
import gyotaku.enrich.rdap.RdapNetwork;
import gyotaku.enrich.whois.WhoisReader;
import gyotaku.enrich.whois.WhoisTransport;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.IpFacts.Network;
import gyotaku.model.fact.Registration;
import java.util.Optional;
import java.util.Set;

/// Whose a domain or a network is: by RDAP, and for domains by WHOIS where the registry has no RDAP or it failed.
final class Registrations {

    /// Names that no registry has (RFC 6761, RFC 7686, `internal`).
    private static final Set<String> UNREGISTERED =
            Set.of("arpa", "example", "internal", "invalid", "local", "localhost", "onion", "test");

    private final Ledger ledger;

    Registrations(Ledger ledger) {
        this.ledger = ledger;
    }

    Lookup<Registration> of(DomainName domain) {
        if (domain.ascii().indexOf('.') < 0) {
            return ledger.notAsked(WhoisTransport.question(domain), Why.Reason.NO_SERVICE);
        }
        return switch (bootstrap(Bootstrap.DOMAINS)) {
            case Lookup.NotAsked<Bootstrap> notAsked -> unasked(domain, notAsked.why());
            case Lookup.Found<Bootstrap> found ->
                byService(domain, found.value().question(domain));
            case Lookup.NotListed<Bootstrap> _, Lookup.Failed<Bootstrap> _ -> whois(domain);
        };
    }

    private Lookup<Registration> unasked(DomainName domain, Why why) {
        Lookup<Registration> lookup = new Lookup.NotAsked<>(why);
        ledger.note(
                new Question(Bootstrap.SOURCE, domain.ascii()), new Question(Bootstrap.SOURCE, domain.ascii()), lookup);
        return lookup;
    }

    private Lookup<Registration> byService(DomainName domain, Optional<Question> rdap) {
        if (rdap.isEmpty()) {
            return whois(domain);
        }
        Lookup<Registration> answer = ledger.ask(rdap.get(), Trust.VERIFIED, body -> RdapDomain.read(body, domain));
        return answer instanceof Lookup.Failed<Registration> ? whoisAfter(answer, domain) : answer;
    }

    /// RDAP's failure stands when WHOIS knows no more.
    private Lookup<Registration> whoisAfter(Lookup<Registration> failed, DomainName domain) {
        Lookup<Registration> answer = whois(domain);
        return switch (answer) {
            case Lookup.Found<Registration> found -> found;
            case Lookup.NotListed<Registration> nothing -> nothing;
            case Lookup.NotAsked<Registration> _, Lookup.Failed<Registration> _ -> failed;
        };
    }

    private Lookup<Registration> whois(DomainName domain) {
        Question question = WhoisTransport.question(domain);
        return UNREGISTERED.contains(domain.topLevel())
                ? ledger.notAsked(question, Why.Reason.NO_SERVICE)
                : ledger.ask(question, Trust.VERIFIED, body -> WhoisReader.read(body, domain));
    }

    Lookup<Network> network(IpAddress address) {
        return switch (bootstrap(Bootstrap.filesFor(address))) {
            case Lookup.NotAsked<Bootstrap> notAsked -> unasked(address, notAsked.why());
            case Lookup.Found<Bootstrap> found -> network(address, found.value().question(address));
            case Lookup.NotListed<Bootstrap> nothing ->
                new Lookup.Failed<>(new Why(Why.Reason.SERVER_ERROR, "no bootstrap file"), nothing.evidence());
            case Lookup.Failed<Bootstrap> failed -> new Lookup.Failed<>(failed.why(), failed.evidence());
        };
    }

    private Lookup<Network> unasked(IpAddress address, Why why) {
        Lookup<Network> lookup = new Lookup.NotAsked<>(why);
        ledger.note(
                new Question(Bootstrap.SOURCE, address.toString()),
                new Question(Bootstrap.SOURCE, address.toString()),
                lookup);
        return lookup;
    }

    private Lookup<Network> network(IpAddress address, Optional<Question> rdap) {
        return rdap.isEmpty()
                ? ledger.notAsked(new Question(Bootstrap.SOURCE, address.toString()), Why.Reason.NO_SERVICE)
                : ledger.ask(rdap.get(), Trust.VERIFIED, body -> RdapNetwork.read(body, address));
    }

    private Lookup<Bootstrap> bootstrap(Question file) {
        return ledger.ask(file, Trust.VERIFIED, Bootstrap::read);
    }
}
