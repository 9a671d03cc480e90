package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The host has many hyphens or many labels.
@AutoService(Check.class)
@Detector(id = "crowded-host", family = Family.LINK, severity = Finding.Severity.LOW)
public final class CrowdedHost implements Check {

    private static final Text SAYS = Text.of(
            "リンク先のホスト名 {0} は、ハイフンまたは階層が異常に多くなっています。", "The link’s host {0} has unusually many hyphens or levels.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> isCrowded(link.target().host()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }

    private static final int HYPHENS = 4;
    private static final int DOTS = 5;

    private static boolean isCrowded(String host) {
        boolean name = host.indexOf(':') < 0;
        return name
                && (host.chars().filter(c -> c == '-').count() >= HYPHENS
                        || host.chars().filter(c -> c == '.').count() >= DOTS);
    }
}
