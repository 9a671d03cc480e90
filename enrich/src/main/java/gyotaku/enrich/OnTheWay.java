package gyotaku.enrich;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Landing;
import java.net.URI;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What visits to pages led to: hosts of redirects, of the last page and of its forms.
///
/// @param domains registrable ones
/// @param addresses of the last pages
/// @param ends registrable domains of the last pages that answered
record OnTheWay(NavigableSet<DomainName> domains, NavigableSet<IpAddress> addresses, NavigableSet<DomainName> ends) {

    /// Of one mail: against a page of a hundred forms to a hundred sites.
    private static final int MOST = 12;

    static OnTheWay of(Collection<Lookup<Landing>> visits, UnaryOperator<DomainName> registrable) {
        NavigableSet<DomainName> domains = new TreeSet<>();
        NavigableSet<IpAddress> addresses = new TreeSet<>();
        NavigableSet<DomainName> ends = new TreeSet<>();
        visits.stream().flatMap(visit -> visit.found().stream()).forEach(page -> {
            page.address().ifPresent(addresses::add);
            end(page).map(registrable).ifPresent(ends::add);
            urls(page)
                    .flatMap(url -> domain(url).stream())
                    .map(registrable)
                    .filter(domain -> domains.size() < MOST)
                    .forEach(domains::add);
        });
        return new OnTheWay(domains, addresses, ends);
    }

    /// The host of the page where a visit ended; empty when none answered or somebody else stands before it.
    static Optional<DomainName> end(Landing page) {
        return page.status() == 0 || page.state() == Landing.State.BLOCKED ? Optional.empty() : domain(page.url());
    }

    private static Stream<String> urls(Landing page) {
        return Stream.of(
                        page.redirects().stream().map(Landing.Redirect::to),
                        Stream.of(page.url()),
                        page.forms().stream().map(Landing.Form::action))
                .flatMap(all -> all);
    }

    private static Optional<DomainName> domain(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost())
                    .filter(host -> host.length() <= 253 && host.indexOf('.') > 0 && host.indexOf(':') < 0)
                    .filter(host -> IpAddress.parse(host).isEmpty())
                    .map(DomainName::new);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
