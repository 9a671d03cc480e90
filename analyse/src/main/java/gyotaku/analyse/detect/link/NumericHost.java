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

/// The link leads to a bare address.
@AutoService(Check.class)
@Detector(id = "numeric-host", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class NumericHost implements Check {

    private static final Text SAYS =
            Text.of("リンク先がドメイン名ではなく IP アドレス {0} です。", "The link leads to the bare IP address {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> link.target().address().isPresent())
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
