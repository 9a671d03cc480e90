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

/// What stands before @ in a URL is no host, but looks like one.
@AutoService(Check.class)
@Detector(id = "user-info-in-link", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class UserInfoInLink implements Check {

    private static final Text SAYS = Text.of(
            "URL の @ より前（{0}）は飛び先ではなく、実際の飛び先は {1} です。",
            "The part before @ in the URL ({0}) is not where it leads; that is {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> !link.target().userInfo().isEmpty())
                .map(link -> finding(
                        SAYS.with(link.target().userInfo(), link.target().host()), link.evidence()));
    }
}
