package gyotaku.enrich.page;

import gyotaku.enrich.Reading;
import gyotaku.enrich.page.Visit.Certificate;
import gyotaku.enrich.page.Visit.Look;
import gyotaku.model.IpAddress;
import gyotaku.model.Sha256;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.Contrast;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.fact.Landing.State;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes a `Landing` of a recorded visit. Pure: the same bytes read the same on every machine.
public final class PageReading {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private PageReading() {}

    public static Reading<Landing> read(byte[] recorded) {
        Optional<Visit> visit = Visit.read(recorded);
        try {
            return visit.isPresent() ? says(landing(visit.get())) : Reading.unreadable("no visit");
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return Reading.unreadable("no visit");
        }
    }

    /// Screenshots among the files of a visit.
    public static Set<Sha256> pictures(byte[] recorded) {
        NavigableSet<Sha256> all = new TreeSet<>();
        Visit.read(recorded)
                .ifPresent(visit ->
                        visit.looks().forEach(look -> digest(look.picture()).ifPresent(all::add)));
        return all;
    }

    /// Everything else that a visit brought home.
    public static Set<Sha256> files(byte[] recorded) {
        NavigableSet<Sha256> all = new TreeSet<>();
        Visit.read(recorded).ifPresent(visit -> {
            visit.looks()
                    .forEach(look -> Stream.of(look.dom(), look.har(), look.favicon())
                            .flatMap(hex -> digest(hex).stream())
                            .forEach(all::add));
            visit.tls().flatMap(tls -> digest(tls.sha256())).ifPresent(all::add);
        });
        return all;
    }

    private static Optional<Sha256> digest(String hex) {
        return HEX.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
    }

    private static Reading<Landing> says(Landing landing) {
        String status = landing.status() == 0 ? "" : " HTTP " + landing.status();
        String title = landing.title().isEmpty() ? "" : " " + landing.title();
        return new Reading.Says<>(landing, landing.state().code() + status + " " + landing.url() + title);
    }

    private static Landing landing(Visit visit) {
        Look first = visit.looks().getFirst();
        Optional<Look> second = visit.looks().stream().skip(1).findFirst();
        return new Landing(
                state(first),
                visit.means().equals("browser") ? Landing.Means.BROWSER : Landing.Means.PLAIN,
                first.status(),
                first.redirects(),
                first.url(),
                IpAddress.parse(visit.address()),
                first.title(),
                first.forms(),
                Notices.of(first.title(), first.text()),
                digest(first.picture()),
                second.flatMap(look -> digest(look.picture())),
                digest(first.favicon()),
                digest(first.dom()),
                digest(first.har()),
                visit.tls().map(PageReading::tls),
                second.map(look -> contrast(first, look)),
                first.resources().stream()
                        .map(body -> new Landing.Resource(
                                body.url(), body.type(), body.status(), body.size(), digest(body.sha256())))
                        .toList(),
                cut(first, second));
    }

    private static List<String> cut(Look first, Optional<Look> second) {
        return Stream.concat(first.cut().stream(), second.stream().flatMap(look -> look.cut().stream()))
                .distinct()
                .toList();
    }

    private static Landing.Tls tls(Certificate shown) {
        return new Landing.Tls(
                shown.subject(),
                shown.issuer(),
                shown.names(),
                Instant.parse(shown.notBefore()),
                Instant.parse(shown.notAfter()),
                shown.protocol(),
                shown.fault(),
                new Sha256(shown.sha256()));
    }

    private static State state(Look look) {
        return switch (look.error()) {
            case TIMEOUT -> State.TIMEOUT;
            case NXDOMAIN -> State.NXDOMAIN;
            case REFUSED -> State.REFUSED;
            case TLS_ERROR -> State.TLS_ERROR;
            case BLOCKED, INNER_ADDRESS -> State.BLOCKED;
            case ANSWERED -> answered(look);
        };
    }

    private static State answered(Look look) {
        Optional<Notice> notice = Notices.of(look.title(), look.text());
        if (notice.filter(known -> known.kind() == Notice.Kind.WARNING).isPresent()) {
            return State.BLOCKED;
        }
        if (look.status() >= 400) {
            return State.HTTP_ERROR;
        }
        return look.forms().isEmpty() ? State.OK : State.FORM;
    }

    private static Contrast contrast(Look first, Look second) {
        State state = state(second);
        boolean elsewhere = !host(first.url()).equals(host(second.url()));
        boolean differs = elsewhere || state != state(first) || first.status() / 100 != second.status() / 100;
        return new Contrast(second.agent(), state, second.status(), second.url(), second.title(), differs);
    }

    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException _) {
            return url;
        }
    }
}
