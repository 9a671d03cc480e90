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
import java.util.stream.Stream;

/// All links stay within the sender’s own, proven domain.
@AutoService(Check.class)
@Detector(
        id = "links-of-sender",
        family = Family.LINK,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class LinksOfSender implements Check {

    private static final Text SAYS = Text.of(
            "リンク先はすべて、認証された差出人のドメイン {0} の中です。", "All links stay within the sender’s own, authenticated domain {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        Targets targets = new Targets(subject);
        boolean own = subject.posedBrand().isEmpty()
                && parties.isProven()
                && targets.web().allMatch(link -> targets.registered(link).equals(parties.from()));
        return parties.from().stream()
                .filter(from -> own)
                .flatMap(from -> targets.web().limit(1).map(link -> finding(SAYS.with(from), link.evidence())));
    }
}
