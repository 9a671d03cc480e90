package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The link carries another site's address inside: it passes through an open door of a site with a good name.
@AutoService(Check.class)
@Detector(id = "address-inside-link", family = Family.LINK, severity = Finding.Severity.LOW)
public final class AddressInsideLink implements Check {

    private static final Text SAYS = Text.of(
            "リンク（{0}）の中に、別のサイト {1} のアドレスが入っています。", "The link to {0} carries the address of another site inside: {1}.");

    private static final int READ = 2048;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> !targets.registered(link).equals(parties.from()))
                .filter(link -> !Mailers.bundled().count(link.target().host()))
                .flatMap(link -> inner(link).stream()
                        .filter(host -> parties.registered(host)
                                .filter(other -> !Optional.of(other).equals(targets.registered(link)))
                                .isPresent())
                        .map(host -> finding(SAYS.with(link.target().host(), host), link.evidence())));
    }

    /// The host behind a second scheme, plain or percent-encoded.
    private static Optional<String> inner(Link link) {
        String rest = link.target().path() + "?" + link.target().query() + "#"
                + link.target().fragment();
        String lower = rest.substring(0, Math.min(READ, rest.length()))
                .toLowerCase(Locale.ROOT)
                .replace("%3a", ":")
                .replace("%2f", "/");
        int at = lower.indexOf("://");
        int end = at + 3;
        while (at >= 0
                && end < lower.length()
                && (Character.isLetterOrDigit(lower.charAt(end)) || ".-".indexOf(lower.charAt(end)) >= 0)) {
            end++;
        }
        return at < 0 ? Optional.empty() : Optional.of(lower.substring(at + 3, end));
    }
}
