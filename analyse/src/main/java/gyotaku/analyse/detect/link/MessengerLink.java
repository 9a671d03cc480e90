package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
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
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link ->
                        Hosts.within(link.target().host(), Hosts.bundled().messengers()))
                .filter(link -> !parties.isFrom(link.target().host()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
