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
import java.util.Set;
import java.util.stream.Stream;

/// The link names a port of its own: servers that somebody set up beside the real one.
@AutoService(Check.class)
@Detector(id = "odd-port", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class OddPort implements Check {

    private static final Text SAYS =
            Text.of("リンク先 {0} は、通常と異なるポート番号（{1}）を使っています。", "The link to {0} uses an unusual port ({1}).");

    private static final Set<Integer> USUAL = Set.of(-1, 80, 443, 8080, 8443);

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> !USUAL.contains(link.target().port()))
                .filter(link -> !parties.isFrom(link.target().host()))
                .map(link ->
                        finding(SAYS.with(link.target().host(), link.target().port()), link.evidence()));
    }
}
