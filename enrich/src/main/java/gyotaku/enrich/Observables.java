package gyotaku.enrich;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What of a mail is looked up.
///
/// @param sendingIp of the hop at which the mail came in from outside
/// @param domains registrable ones of From, envelope, HELO, Reply-To
/// @param from the domain of From
/// @param links the first link to each distinct web target, those that a reader follows first, as many as are looked up
/// @param leftOut the targets beyond that number
record Observables(
        Optional<IpAddress> sendingIp,
        NavigableSet<DomainName> domains,
        Optional<DomainName> from,
        List<Link> links,
        List<Link> leftOut) {

    static Observables of(ParsedMail mail, PublicSuffixes suffixes, int mostLinks) {
        List<Link> targets = targets(mail);
        int kept = Math.min(mostLinks, targets.size());
        return new Observables(
                mail.route().boundary().flatMap(Hop::ip),
                domains(mail, suffixes),
                mail.from()
                        .flatMap(Observables::domain)
                        .filter(domain -> domain.ascii().indexOf('.') > 0),
                List.copyOf(targets.subList(0, kept)),
                List.copyOf(targets.subList(kept, targets.size())));
    }

    private static NavigableSet<DomainName> domains(ParsedMail mail, PublicSuffixes suffixes) {
        Stream<DomainName> mailboxes = Stream.concat(
                        Stream.concat(mail.from().stream(), mail.envelope().stream()), mail.replyTo().stream())
                .flatMap(mailbox -> domain(mailbox).stream());
        Stream<DomainName> helo = mail.route().boundary().stream().flatMap(hop -> name(hop.helo()).stream());
        NavigableSet<DomainName> all = new TreeSet<>();
        Stream.concat(mailboxes, helo).map(suffixes::registrable).forEach(all::add);
        return all;
    }

    private static Optional<DomainName> domain(Mailbox mailbox) {
        return mailbox.domain().filter(domain -> IpAddress.parse(domain.ascii()).isEmpty());
    }

    private static Optional<DomainName> name(String helo) {
        boolean name = !helo.isEmpty() && helo.length() <= 253 && helo.indexOf('.') > 0 && !helo.startsWith("[");
        return name && IpAddress.parse(helo).isEmpty() ? Optional.of(new DomainName(helo)) : Optional.empty();
    }

    private static List<Link> targets(ParsedMail mail) {
        Map<String, Link> byHref = new LinkedHashMap<>();
        Stream<Link> followed =
                mail.links().stream().filter(link -> link.context().isFollowed());
        Stream<Link> others =
                mail.links().stream().filter(link -> !link.context().isFollowed());
        Stream.concat(followed, others)
                .filter(link -> link.target().isWeb())
                .forEach(link -> byHref.putIfAbsent(link.target().href(), link));
        return new ArrayList<>(byHref.values());
    }
}
