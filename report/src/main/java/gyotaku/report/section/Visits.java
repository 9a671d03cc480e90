package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Asked;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.SecurityTxt;
import gyotaku.model.mail.Link;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The links of a mail that were opened, or were meant to be.
final class Visits {

    /// @param link whose page it is
    record Visit(Link link, Landing page, Evidence evidence) {}

    private final Lures lures;

    Visits(Brief brief) {
        this.lures = new Lures(brief);
    }

    Lookup<Landing> of(Link link) {
        return lures.facts(link).landing();
    }

    Lookup<SecurityTxt> securityTxt(Link link) {
        return lures.facts(link).securityTxt();
    }

    List<Link> links() {
        return lures.all();
    }

    List<Visit> all() {
        return lures.all().stream()
                .flatMap(link -> of(link) instanceof Lookup.Found<Landing> found
                        ? Stream.of(new Visit(link, found.value(), found.evidence()))
                        : Stream.empty())
                .toList();
    }

    /// The page that says most: one that asks for secrets, else one with a form, else one that was shown.
    Optional<Visit> telling() {
        return all().stream()
                .filter(visit -> !lures.official(visit.link()))
                .max(Comparator.comparingInt((Visit visit) -> rank(visit.page())))
                .or(() -> all().stream().findFirst());
    }

    private static int rank(Landing page) {
        if (Asked.of(page).stream().anyMatch(Asked::isSecret)) {
            return 4;
        }
        return switch (page.state()) {
            case FORM -> 3;
            case OK, BLOCKED -> page.notice().isPresent() ? 2 : 1;
            case TIMEOUT, NXDOMAIN, REFUSED, HTTP_ERROR, TLS_ERROR -> 0;
        };
    }
}
