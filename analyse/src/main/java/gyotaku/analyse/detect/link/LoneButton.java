package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.stream.Stream;

/// A short text and one button that leads away from the sender's domain: nothing else is wanted than the click.
@AutoService(Check.class)
@Detector(id = "lone-button", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class LoneButton implements Check {

    private static final Text SAYS = Text.of(
            "短い文面に、差出人と無関係なサイト {0} へのボタン「{1}」だけが置かれています。",
            "A short text and one button, “{1}”, which leads to {0}, a site other than the sender’s.");

    private static final int SHORT_TEXT = 900;
    private static final int SHORT_LABEL = 50;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        List<Link> links = targets.web().limit(3).toList();
        boolean one = links.stream().map(targets::registered).distinct().count() == 1 && links.size() <= 2;
        if (!one
                || !subject.mail().body().html()
                || subject.wording().body().text().length() > SHORT_TEXT) {
            return Stream.empty();
        }
        return links.stream()
                .filter(link -> link.context() == Link.Context.ANCHOR && isLabel(link.text()))
                .filter(link ->
                        parties.from().isPresent() && !targets.registered(link).equals(parties.from()))
                .limit(1)
                .map(link -> finding(SAYS.with(link.target().host(), link.text().strip()), link.evidence()));
    }

    /// Words, not an address that was made a link by itself.
    private static boolean isLabel(String text) {
        String label = text.strip();
        return !label.isEmpty() && label.length() <= SHORT_LABEL && label.indexOf('.') < 0 && label.indexOf('/') < 0;
    }
}
