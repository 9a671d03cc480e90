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

/// The talk is to go on in a messenger, where no filter and no colleague looks.
@AutoService(Check.class)
@Detector(id = "messenger-link", family = Family.LINK, severity = Finding.Severity.LOW)
public final class MessengerLink implements Check {

    private static final Text SAYS =
            Text.of("やり取りをメッセージアプリ（{0}）へ移そうとしています。", "It moves the talk to a messenger ({0}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Targets(subject)
                .at(Hosts.bundled().messengers())
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
