package gyotaku.analyse.detect.reputation;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Reputation;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.stream.Stream;

/// A reputation service lists the link.
@AutoService(Check.class)
@Detector(id = "listed-link", family = Family.REPUTATION, severity = Finding.Severity.HIGH)
public final class ListedLink implements Check {

    private static final Text SAYS =
            Text.of("リンク {0} は {1} に危険（{2}）として登録されています。", "The link {0} is listed by {1} as {2}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Targets(subject)
                .web()
                .flatMap(link -> facts(subject, link)
                        .flatMap(reputation -> reputation.threat().found().stream()
                                .map(threat -> finding(
                                        SAYS.with(link.target().host(), reputation.name(), threat),
                                        evidence(link, reputation)))));
    }

    private static Stream<Reputation> facts(Subject subject, Link link) {
        LinkFacts facts = subject.facts().links().get(link.target().href());
        return facts == null ? Stream.empty() : facts.reputation().stream();
    }

    private static List<Evidence> evidence(Link link, Reputation reputation) {
        return Stream.concat(Stream.of(link.evidence()), reputation.threat().seen().stream())
                .toList();
    }
}
