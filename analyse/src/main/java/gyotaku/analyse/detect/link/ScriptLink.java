package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// A link that carries a page or a script in itself.
@AutoService(Check.class)
@Detector(id = "script-link", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class ScriptLink implements Check {

    private static final Text SAYS = Text.of(
            "リンクが {0}: で始まり、ページやスクリプトを内部に含んでいます。", "A link begins with {0}: and carries a page or script in itself.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.followed()
                .filter(link -> Set.of("javascript", "data", "vbscript")
                        .contains(link.target().scheme()))
                .map(link -> finding(SAYS.with(link.target().scheme()), link.evidence()));
    }
}
