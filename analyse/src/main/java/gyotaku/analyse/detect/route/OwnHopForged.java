package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Hop;
import java.util.Optional;
import java.util.stream.Stream;

/// Below the boundary stands a line that claims to be written by the recipient’s own server.
@AutoService(Check.class)
@Detector(id = "own-hop-forged", family = Family.ROUTE, severity = Finding.Severity.MEDIUM)
public final class OwnHopForged implements Check {

    private static final Text SAYS = Text.of(
            "受信側サーバー {0} を名乗る Received 行が、信頼境界より下（送信者が書ける位置）にあります。",
            "A Received line in the name of the receiving server {0} stands below the boundary, where the sender can write.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        Optional<DomainName> own = subject.mail().route().boundary().flatMap(hop -> parties.registered(hop.by()));
        return subject.mail().route().hops().stream()
                .filter(hop -> hop.standing() == Hop.Standing.CLAIMED && own.isPresent())
                .filter(hop -> parties.registered(hop.by()).equals(own)
                        && !parties.from().equals(own))
                .limit(1)
                .map(hop -> finding(SAYS.with(hop.by()), hop.evidence()));
    }
}
