package gyotaku.enrich;

import gyotaku.enrich.bimi.BimiRecord;
import gyotaku.enrich.bimi.MarkCertificate;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Bimi;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The BIMI record of a sender: by the domain of From, then by its registered domain.
final class Logos {

    private final Resolver resolver;
    private final Ledger ledger;
    private final PublicSuffixes suffixes;

    Logos(Resolver resolver, Ledger ledger, PublicSuffixes suffixes) {
        this.resolver = resolver;
        this.ledger = ledger;
        this.suffixes = suffixes;
    }

    Lookup<Bimi> of(DomainName from) {
        Lookup<Bimi> own = at(from);
        DomainName registered = suffixes.registrable(from);
        return own instanceof Lookup.NotListed<Bimi> && !registered.equals(from) ? at(registered) : own;
    }

    private Lookup<Bimi> at(DomainName domain) {
        return switch (resolver.ask("default._bimi." + domain, RecordType.TXT)) {
            case Lookup.Found<List<String>> found -> record(domain, found);
            case Lookup.NotListed<List<String>> nothing -> new Lookup.NotListed<>(nothing.evidence());
            case Lookup.NotAsked<List<String>> notAsked -> new Lookup.NotAsked<>(notAsked.why());
            case Lookup.Failed<List<String>> failed -> new Lookup.Failed<>(failed.why(), failed.evidence());
        };
    }

    private Lookup<Bimi> record(DomainName domain, Lookup.Found<List<String>> texts) {
        Optional<BimiRecord> record = BimiRecord.among(texts.value());
        if (record.isEmpty()) {
            return new Lookup.NotListed<>(texts.evidence());
        }
        Lookup<Bimi.Certificate> certificate = certificate(record.get(), texts.evidence());
        return new Lookup.Found<>(
                new Bimi(domain, record.get().logo(), record.get().authority(), certificate), texts.evidence());
    }

    private Lookup<Bimi.Certificate> certificate(BimiRecord record, Evidence evidence) {
        if (record.authority().isEmpty()) {
            return new Lookup.NotListed<>(evidence);
        }
        Optional<URI> address = record.certificate();
        return address.isEmpty()
                ? new Lookup.Failed<>(new Why(Why.Reason.UNREADABLE, "no https URL"), evidence)
                : ledger.ask(MarkCertificate.question(address.get()), Trust.CLAIMED, MarkCertificate::read);
    }
}
