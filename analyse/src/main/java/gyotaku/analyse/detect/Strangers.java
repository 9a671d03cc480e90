package gyotaku.analyse.detect;

import gyotaku.analyse.Subject;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.DomainName;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The links of a mail none of which leads to the sender's own domain.
///
/// @param from the registered domain of the sender
/// @param links every followed web link, one for each target, never empty
/// @param domains the registered domains that they lead to, none of them the sender's
public record Strangers(DomainName from, List<Link> links, NavigableSet<DomainName> domains) {

    public Strangers {
        links = List.copyOf(links);
    }

    /// Empty when a link leads home, when there is none, when the sender has no domain of his own, and in mails of a
    /// brand's proven own: those go through mailing services.
    public static Optional<Strangers> of(Subject subject) {
        Parties parties = new Parties(subject);
        Targets targets = new Targets(subject);
        List<Link> links = targets.web()
                .filter(link -> !Hosts.bundled().isMeeting(link.target().host()))
                .toList();
        NavigableSet<DomainName> domains = new TreeSet<>();
        links.forEach(link -> targets.registered(link).ifPresent(domains::add));
        boolean genuine = subject.mention().filter(brand -> brand.genuine()).isPresent();
        return parties.from()
                .filter(from -> !parties.isFreeMail(from) && !domains.contains(from))
                .filter(_ -> !domains.isEmpty() && !genuine)
                .map(from -> new Strangers(from, links, domains));
    }
}
