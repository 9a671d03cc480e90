package gyotaku.analyse.detect;

import gyotaku.analyse.Subject;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.DomainName;
import gyotaku.model.mail.Link;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The links that a reader follows.
public record Targets(Subject subject) {

    private static final int PAGE = 15;

    /// Every followed link, one for each target.
    public Stream<Link> followed() {
        Set<String> seen = new HashSet<>();
        return subject.mail().links().stream()
                .filter(link -> link.context().isFollowed())
                .filter(link -> seen.add(link.target().href()));
    }

    /// Those that lead to the web.
    public Stream<Link> web() {
        return followed().filter(link -> link.target().isWeb());
    }

    /// Whether the mail is a whole page of links, so that a form in it is most likely the search box of a site.
    public boolean isPageOfLinks() {
        return web().limit(PAGE).count() == PAGE;
    }

    /// Those that lead to one of the hosts or below one, unless it is the sender's own.
    public Stream<Link> at(Set<String> hosts) {
        Parties parties = new Parties(subject);
        return web().filter(link -> Hosts.within(link.target().host(), hosts))
                .filter(link -> !parties.isFrom(link.target().host()));
    }

    public Optional<DomainName> registered(Link link) {
        return link.target().domain().map(subject.suffixes()::registrable);
    }
}
