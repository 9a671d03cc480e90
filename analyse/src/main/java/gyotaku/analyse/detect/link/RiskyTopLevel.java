package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The top-level domain is one of those abused far above their size.
@AutoService(Check.class)
@Detector(id = "risky-top-level", family = Family.LINK, severity = Finding.Severity.INFO)
public final class RiskyTopLevel implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} の「.{1}」は、不正利用の割合が高いトップレベルドメインです。",
            "The link’s host {0} is under “.{1}”, a top-level domain with much abuse.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> link.target()
                        .domain()
                        .filter(domain -> Hosts.bundled().riskyTopLevels().contains(domain.topLevel()))
                        .isPresent())
                .map(link -> finding(
                        SAYS.with(
                                link.target().host(),
                                link.target().domain().map(DomainName::topLevel).orElse("")),
                        link.evidence()));
    }
}
