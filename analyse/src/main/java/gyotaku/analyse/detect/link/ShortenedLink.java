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

/// A shortener hides the target.
@AutoService(Check.class)
@Detector(id = "shortened-link", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class ShortenedLink implements Check {

    private static final Text SAYS =
            Text.of("短縮 URL（{0}）で飛び先が隠されています。", "A shortened URL ({0}) hides where the link leads.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link ->
                        Hosts.within(link.target().host(), Hosts.bundled().shorteners()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
