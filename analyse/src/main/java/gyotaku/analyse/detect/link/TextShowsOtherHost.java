package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The shown text is the address of another site than the link’s target.
@AutoService(Check.class)
@Detector(id = "text-shows-other-host", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class TextShowsOtherHost implements Check {

    private static final Text SAYS = Text.of("リンクの表示は {0} ですが、実際の飛び先は {1} です。", "The link shows {0} but leads to {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> link.context() == Link.Context.ANCHOR || link.context() == Link.Context.AREA)
                .filter(link -> differs(parties.registered(shownHost(link.text())), targets.registered(link)))
                .filter(link -> !isCounted(link, parties))
                .map(link ->
                        finding(SAYS.with(shownHost(link.text()), link.target().host()), link.evidence()));
    }

    private static boolean differs(Optional<DomainName> shown, Optional<DomainName> real) {
        return shown.isPresent() && !shown.equals(real);
    }

    /// A mailing service counts the clicks on a link to the sender's own site.
    private static boolean isCounted(Link link, Parties parties) {
        return parties.isFrom(shownHost(link.text()))
                && Mailers.bundled().count(link.target().host());
    }

    /// The host of a text that is a URL or starts with `www.`; anything else shows no host.
    static String shownHost(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int start =
                lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : lower.startsWith("www.") ? 0 : -1;
        int end = Math.max(0, start);
        while (start >= 0 && end < lower.length() && isOfHost(lower.charAt(end))) {
            end++;
        }
        return start < 0 ? "" : lower.substring(start, end);
    }

    private static boolean isOfHost(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }
}
