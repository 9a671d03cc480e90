package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Strangers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Every link, the one to unsubscribe included, leads to one and the same domain that is not the sender’s.
@AutoService(Check.class)
@Detector(id = "links-to-one-stranger", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class LinksToOneStranger implements Check {

    private static final Text SAYS = Text.of(
            "{0} 件のリンクがすべて、差出人 {1} とは別の一つのドメイン {2} へ続いています。",
            "All {0} links lead to the one domain {2}, which is not the sender’s, {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Strangers.of(subject)
                .filter(seen -> seen.links().size() > 1 && seen.domains().size() == 1)
                .stream()
                .map(seen -> finding(
                        SAYS.with(
                                seen.links().size(), seen.from(), seen.domains().first()),
                        seen.links().getFirst().evidence(),
                        seen.links().getLast().evidence()));
    }
}
