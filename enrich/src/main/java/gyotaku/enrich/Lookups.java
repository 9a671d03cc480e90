package gyotaku.enrich;

import gyotaku.enrich.certificate.CertificateLogs;
import gyotaku.enrich.dns.DnsQuestion;
import gyotaku.enrich.dns.DnsText;
import gyotaku.enrich.egress.SpecialAddresses;
import gyotaku.enrich.ipdata.IpData;
import gyotaku.enrich.ipdata.RouteOrigin;
import gyotaku.enrich.page.SecurityTxtSource;
import gyotaku.enrich.service.Subject;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.Limits;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.WebUrl;
import gyotaku.model.Why;
import gyotaku.model.fact.Certificates;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.fact.Registration;
import gyotaku.model.fact.Reputation;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import gyotaku.model.fact.SecurityTxt;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.ParsedMail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/// All questions about one mail. Live, replayed and off-line runs differ only by the `Egress`, which alone decides
/// what may go out. Of the settings only those that a recording keeps are of account here.
public final class Lookups {

    /// Addresses of one host that are looked up: against names with a thousand of them.
    private static final int ADDRESSES = 4;

    /// Names that must not or cannot be asked in the public DNS (RFC 6761, RFC 7686).
    private static final Set<String> NOT_IN_DNS = Set.of("internal", "local", "localhost", "onion");

    /// What a domain's zone tells about who keeps it.
    private static final List<RecordType> ZONE = List.of(RecordType.NS, RecordType.MX, RecordType.SOA, RecordType.CAA);

    private final PublicSuffixes suffixes;
    private final Limits limits;
    private final Instant startedAt;
    private final boolean offline;
    private final Ledger ledger;
    private final Registrations registrations;
    private final Logos logos;
    private final Landings landings;
    private final Renderings renderings;
    private final Listings listings;
    private final SourceSettings settings;

    /// @param settings of their choices and of privacy depends what services are asked; the live `Egress` keeps to
    /// the rest
    /// @param threads questions that may be under way at once
    public Lookups(
            Egress egress,
            SourceSettings settings,
            PublicSuffixes suffixes,
            Limits limits,
            int threads,
            Instant startedAt,
            boolean offline) {
        this.suffixes = suffixes;
        this.limits = limits;
        this.startedAt = startedAt;
        this.offline = offline;
        this.ledger = new Ledger(egress, threads, startedAt);
        this.registrations = new Registrations(ledger);
        this.landings = new Landings(ledger, limits.pages());
        this.renderings = new Renderings(ledger);
        this.logos = new Logos(this::records, ledger, suffixes);
        this.listings = new Listings(ledger, settings);
        this.settings = settings;
    }

    /// Asks for the sending IP, the sender's domains and the links, all at once.
    public Facts about(ParsedMail mail) {
        Observables seen = Observables.of(mail, suffixes, limits.linksEnriched());
        Tokens tokens = Tokens.of(mail, settings);
        NavigableSet<DomainName> domains = new TreeSet<>(seen.domains());
        seen.links()
                .forEach(link ->
                        link.target().domain().map(suffixes::registrable).ifPresent(domains::add));
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var registrationsUnderWay = start(tasks, domains, registrations::of);
            var visits = tasks.submit(() -> landings.of(seen.links(), tokens));
            var logo = tasks.submit(() -> seen.from().map(logos::of).orElse(Lookup.notAsked(Why.Reason.NO_SERVICE)));
            var rendering = tasks.submit(() -> renderings.of(mail));
            var zones = start(tasks, domains, domain -> zone(domain));
            var named = tasks.submit(() -> listings.of(named(seen, domains, tokens), tasks));
            var hosts = all(start(tasks, hosts(seen.links()), this::addresses));
            var addresses = addresses(seen, hosts.values());
            var ips = start(tasks, addresses, this::ipFacts);
            var numbered = tasks.submit(() -> listings.of(numbered(addresses), tasks));
            var registered = all(registrationsUnderWay);
            Listings.Known said = result(named);
            Map<String, Lookup<Landing>> pages = result(visits);
            OnTheWay way = OnTheWay.of(pages.values(), suffixes::registrable);
            way.domains().removeAll(domains);
            way.addresses().removeAll(addresses);
            registered.putAll(all(start(tasks, way.domains(), registrations::of)));
            var contacts = start(tasks, way.ends(), this::securityTxt);
            SortedMap<IpAddress, IpFacts> located = all(ips);
            located.putAll(all(start(tasks, way.addresses(), this::ipFacts)));
            SortedMap<String, LinkFacts> links =
                    linkFacts(seen.links(), hosts, registered, said, pages, all(contacts), tokens);
            seen.leftOut().forEach(link -> links.put(link.target().href(), leftOut(link.target(), tokens)));
            return new Facts(
                    startedAt,
                    offline,
                    listed(located, result(numbered)),
                    registered,
                    links,
                    result(logo),
                    listedZones(all(zones), said),
                    result(rendering));
        }
    }

    /// The pages of a mail's links and the addresses of their hosts alone: for a later look.
    ///
    /// @return by [WebUrl#href]
    public SortedMap<String, LinkFacts> pages(ParsedMail mail) {
        Observables seen = Observables.of(mail, suffixes, limits.linksEnriched());
        Tokens tokens = Tokens.of(mail, settings);
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = tasks.submit(() -> landings.of(seen.links(), tokens));
            var hosts = all(start(tasks, hosts(seen.links()), this::addresses));
            Map<String, Lookup<Landing>> pages = result(visits);
            SortedMap<String, LinkFacts> links = new TreeMap<>();
            for (Link link : seen.links()) {
                WebUrl target = link.target();
                links.put(
                        target.href(),
                        new LinkFacts(
                                written(link)
                                        .orElseGet(() -> hosts.getOrDefault(
                                                target.host(), Lookup.notAsked(Why.Reason.NO_SERVICE))),
                                target.domain().map(suffixes::registrable),
                                Lookup.notAsked(Why.Reason.NOT_CONFIGURED),
                                List.of(),
                                pages.getOrDefault(target.href(), Lookup.notAsked(Why.Reason.LIMIT))));
            }
            return links;
        }
    }

    /// URLs and hosts of the links first, then the domains.
    private static List<Subject> named(Observables seen, NavigableSet<DomainName> domains, Tokens tokens) {
        Stream<Subject> urls = seen.links().stream().map(link -> url(link.target(), tokens));
        Stream<Subject> hosts = seen.links().stream()
                .flatMap(link -> link.target().domain().stream())
                .filter(Lookups::isPublic)
                .distinct()
                .map(Subject.Host::new);
        Stream<Subject> registered = domains.stream().filter(Lookups::isPublic).map(Subject.Domain::new);
        return Stream.of(urls, hosts, registered).flatMap(all -> all).toList();
    }

    private static Subject url(WebUrl target, Tokens tokens) {
        return new Subject.Url(target, tokens.outgoing(target.href()));
    }

    private static List<Subject> numbered(NavigableSet<IpAddress> addresses) {
        return addresses.stream()
                .filter(Lookups::isPublic)
                .<Subject>map(Subject.Address::new)
                .toList();
    }

    private static boolean isPublic(DomainName name) {
        return name.ascii().indexOf('.') > 0 && !NOT_IN_DNS.contains(name.topLevel());
    }

    private static boolean isPublic(IpAddress address) {
        return SpecialAddresses.reachable(address) || SpecialAddresses.documentation(address);
    }

    private static SortedMap<IpAddress, IpFacts> listed(SortedMap<IpAddress, IpFacts> ips, Listings.Known said) {
        SortedMap<IpAddress, IpFacts> all = new TreeMap<>();
        ips.forEach((ip, facts) -> all.put(
                ip,
                new IpFacts(
                        facts.reverse(),
                        facts.network(),
                        facts.origin(),
                        facts.announced(),
                        said.of(new Subject.Address(ip)))));
        return all;
    }

    private static SortedMap<DomainName, DomainFacts> listedZones(
            SortedMap<DomainName, DomainFacts> zones, Listings.Known said) {
        SortedMap<DomainName, DomainFacts> all = new TreeMap<>();
        zones.forEach((domain, facts) -> all.put(
                domain, new DomainFacts(facts.records(), facts.certificates(), said.of(new Subject.Domain(domain)))));
        return all;
    }

    private DomainFacts zone(DomainName domain) {
        SortedMap<RecordType, Lookup<List<String>>> records = new TreeMap<>();
        for (RecordType type : ZONE) {
            records.put(
                    type,
                    isPublic(domain)
                            ? records(domain.ascii(), type)
                            : ledger.notAsked(
                                    DnsQuestion.of(domain.ascii(), type).question(), Why.Reason.NO_SERVICE));
        }
        Question logs = CertificateLogs.question(domain);
        Lookup<Certificates> certificates = isPublic(domain)
                ? ledger.ask(logs, Trust.THIRD_PARTY, CertificateLogs::read)
                : ledger.notAsked(logs, Why.Reason.NO_SERVICE);
        return new DomainFacts(records, certificates, List.of());
    }

    private Lookup<SecurityTxt> securityTxt(DomainName domain) {
        return ledger.ask(
                SecurityTxtSource.question(domain), Trust.VERIFIED, body -> SecurityTxtSource.read(body, domain));
    }

    /// DNS for the evaluation of SPF, DKIM and DMARC, recorded like all else.
    public Resolver resolver() {
        return this::records;
    }

    /// Every question until now, also those that were not asked, by source and subject.
    public List<LookupEntry> asked() {
        return ledger.entries();
    }

    /// What the visits to pages brought home and the pictures of the mail, by digest.
    public SortedMap<Sha256, byte[]> pageFiles() {
        SortedMap<Sha256, byte[]> all = landings.brought();
        all.putAll(renderings.made());
        return all;
    }

    private Lookup<List<String>> records(String name, RecordType type) {
        Question question = DnsQuestion.of(name, type).question();
        return ledger.ask(question, Trust.VERIFIED, body -> DnsText.read(body, type));
    }

    private static NavigableSet<String> hosts(List<Link> links) {
        NavigableSet<String> hosts = new TreeSet<>();
        links.forEach(link -> link.target().domain().ifPresent(name -> hosts.add(name.ascii())));
        return hosts;
    }

    /// A and AAAA together: what either found counts; nothing is listed only when both say so.
    private Lookup<List<IpAddress>> addresses(String host) {
        if (NOT_IN_DNS.contains(host.substring(host.lastIndexOf('.') + 1))) {
            return ledger.notAsked(DnsQuestion.of(host, RecordType.A).question(), Why.Reason.NO_SERVICE);
        }
        Lookup<List<String>> v4 = records(host, RecordType.A);
        Lookup<List<String>> v6 = records(host, RecordType.AAAA);
        NavigableSet<IpAddress> found = new TreeSet<>();
        Stream.of(v4, v6)
                .flatMap(lookup -> lookup.found().stream().flatMap(List::stream))
                .forEach(value -> IpAddress.parse(value).ifPresent(found::add));
        boolean v6Tells = v4 instanceof Lookup.NotListed<?> || v6 instanceof Lookup.Found<?>;
        return switch (v6Tells && v4.found().isEmpty() ? v6 : v4) {
            case Lookup.Found<List<String>> answer -> new Lookup.Found<>(List.copyOf(found), answer.evidence());
            case Lookup.NotListed<List<String>> nothing -> new Lookup.NotListed<>(nothing.evidence());
            case Lookup.NotAsked<List<String>> notAsked -> new Lookup.NotAsked<>(notAsked.why());
            case Lookup.Failed<List<String>> failed -> new Lookup.Failed<>(failed.why(), failed.evidence());
        };
    }

    private static NavigableSet<IpAddress> addresses(Observables seen, Collection<Lookup<List<IpAddress>>> hosts) {
        NavigableSet<IpAddress> all = new TreeSet<>();
        seen.sendingIp().ifPresent(all::add);
        seen.links().forEach(link -> link.target().address().ifPresent(all::add));
        hosts.forEach(host -> host.found().stream()
                .flatMap(found -> found.stream().limit(ADDRESSES))
                .forEach(all::add));
        return all;
    }

    private IpFacts ipFacts(IpAddress address) {
        Lookup<IpFacts.Origin> origin =
                ledger.ask(new Question(IpData.SOURCE, address.toString()), Trust.THIRD_PARTY, IpData::read);
        if (!isPublic(address)) {
            return new IpFacts(
                    Lookup.notAsked(Why.Reason.FORBIDDEN_ADDRESS),
                    ledger.notAsked(new Question("rdap", address.toString()), Why.Reason.FORBIDDEN_ADDRESS),
                    origin,
                    ledger.notAsked(RouteOrigin.question(address), Why.Reason.FORBIDDEN_ADDRESS),
                    List.of());
        }
        Lookup<IpFacts.Announcement> announced =
                ledger.ask(RouteOrigin.question(address), Trust.THIRD_PARTY, RouteOrigin::read);
        return new IpFacts(reverse(address), registrations.network(address), origin, announced, List.of());
    }

    private Lookup<IpFacts.Reverse> reverse(IpAddress address) {
        return switch (records(address.reverseName(), RecordType.PTR)) {
            case Lookup.Found<List<String>> found -> {
                String name = found.value().getFirst();
                yield new Lookup.Found<>(new IpFacts.Reverse(name, confirmed(name, address)), found.evidence());
            }
            case Lookup.NotListed<List<String>> nothing -> new Lookup.NotListed<>(nothing.evidence());
            case Lookup.NotAsked<List<String>> notAsked -> new Lookup.NotAsked<>(notAsked.why());
            case Lookup.Failed<List<String>> failed -> new Lookup.Failed<>(failed.why(), failed.evidence());
        };
    }

    /// Whether the name leads back to the address (RFC 8601 section 2.7.3).
    private Lookup<Boolean> confirmed(String name, IpAddress address) {
        return switch (records(name, address.isV4() ? RecordType.A : RecordType.AAAA)) {
            case Lookup.Found<List<String>> found ->
                new Lookup.Found<>(found.value().contains(address.toString()), found.evidence());
            case Lookup.NotListed<List<String>> nothing -> new Lookup.Found<>(false, nothing.evidence());
            case Lookup.NotAsked<List<String>> notAsked -> new Lookup.NotAsked<>(notAsked.why());
            case Lookup.Failed<List<String>> failed -> new Lookup.Failed<>(failed.why(), failed.evidence());
        };
    }

    private SortedMap<String, LinkFacts> linkFacts(
            List<Link> links,
            Map<String, Lookup<List<IpAddress>>> hosts,
            Map<DomainName, Lookup<Registration>> registered,
            Listings.Known said,
            Map<String, Lookup<Landing>> pages,
            Map<DomainName, Lookup<SecurityTxt>> contacts,
            Tokens tokens) {
        SortedMap<String, LinkFacts> facts = new TreeMap<>();
        for (Link link : links) {
            WebUrl target = link.target();
            Optional<DomainName> domain = target.domain().map(suffixes::registrable);
            Lookup<Registration> registration =
                    domain.map(registered::get).orElse(Lookup.notAsked(Why.Reason.NO_SERVICE));
            Lookup<List<IpAddress>> addresses = written(link)
                    .orElseGet(() -> hosts.getOrDefault(target.host(), Lookup.notAsked(Why.Reason.NO_SERVICE)));
            Lookup<Landing> page = pages.getOrDefault(target.href(), Lookup.notAsked(Why.Reason.LIMIT));
            facts.put(
                    target.href(),
                    new LinkFacts(
                            addresses,
                            domain,
                            registration,
                            listings(target, domain, said, tokens),
                            page,
                            page.found()
                                    .flatMap(OnTheWay::end)
                                    .map(suffixes::registrable)
                                    .map(contacts::get)
                                    .orElse(Lookup.notAsked(Why.Reason.NO_SERVICE))));
        }
        return facts;
    }

    /// Of the URL, its host and its domain.
    private static List<Reputation> listings(
            WebUrl target, Optional<DomainName> domain, Listings.Known said, Tokens tokens) {
        Stream<Subject> host = target.domain().stream().map(Subject.Host::new);
        Stream<Subject> registered = domain.stream().map(Subject.Domain::new);
        return Stream.of(Stream.<Subject>of(url(target, tokens)), host, registered)
                .flatMap(subjects -> subjects)
                .flatMap(subject -> said.of(subject).stream())
                .toList();
    }

    /// The address that the link itself names.
    private static Optional<Lookup<List<IpAddress>>> written(Link link) {
        return link.target().address().map(address -> new Lookup.Found<>(List.of(address), link.evidence()));
    }

    private LinkFacts leftOut(WebUrl link, Tokens tokens) {
        return new LinkFacts(
                Lookup.notAsked(Why.Reason.LIMIT),
                link.domain().map(suffixes::registrable),
                Lookup.notAsked(Why.Reason.LIMIT),
                listings.leftOut(url(link, tokens)),
                Lookup.notAsked(Why.Reason.LIMIT));
    }

    private static <K, V> SortedMap<K, Future<V>> start(
            ExecutorService tasks, NavigableSet<K> subjects, Function<K, V> question) {
        SortedMap<K, Future<V>> underWay = new TreeMap<>();
        subjects.forEach(subject -> underWay.put(subject, tasks.submit(() -> question.apply(subject))));
        return underWay;
    }

    private static <K, V> SortedMap<K, V> all(SortedMap<K, Future<V>> underWay) {
        SortedMap<K, V> done = new TreeMap<>();
        underWay.forEach((subject, answer) -> done.put(subject, result(answer)));
        return done;
    }

    static <V> V result(Future<V> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the look-ups were interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a look-up broke", e.getCause());
        }
    }
}
