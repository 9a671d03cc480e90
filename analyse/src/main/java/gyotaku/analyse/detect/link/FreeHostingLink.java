package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The page lies where anybody puts one up within minutes: no company receives its customers there.
@AutoService(Check.class)
@Detector(id = "free-hosting-link", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class FreeHostingLink implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は、だれでもすぐにページを作れる無料のサービスの上にあります。",
            "The link leads to {0}, where anybody puts up a page within minutes.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Targets(subject)
                .at(Hosts.bundled().pageHosts())
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
