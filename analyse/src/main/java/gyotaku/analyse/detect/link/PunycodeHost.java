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

/// The host holds letters outside ASCII, which can look like others.
@AutoService(Check.class)
@Detector(id = "punycode-host", family = Family.LINK, severity = Finding.Severity.LOW)
public final class PunycodeHost implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は国際化ドメイン名で、別の文字に見せかけることができます。",
            "The link’s host {0} is an internationalised name, in which letters can look like others.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> isInternational(link.target().host()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }

    private static boolean isInternational(String host) {
        return host.startsWith("xn--") || host.contains(".xn--");
    }
}
