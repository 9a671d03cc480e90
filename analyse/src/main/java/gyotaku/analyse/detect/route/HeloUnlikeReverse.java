package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The server greets by a name of another domain than the one that its address is called by.
@AutoService(Check.class)
@Detector(id = "helo-unlike-reverse", family = Family.ROUTE, severity = Finding.Severity.LOW)
public final class HeloUnlikeReverse implements Check {

    private static final Text SAYS = Text.of(
            "送信サーバーが名乗った名前 {0}（HELO）と、その IP アドレスの逆引き名 {1} のドメインが異なります。",
            "The server calls itself {0} (HELO), but its address is called {1}, in another domain.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return parties.entry().stream()
                .filter(hop -> parties.registered(hop.helo()).isPresent()
                        && parties.registered(hop.rdns()).isPresent())
                .filter(hop -> !parties.registered(hop.helo()).equals(parties.registered(hop.rdns())))
                .map(hop -> finding(SAYS.with(hop.helo(), hop.rdns()), hop.evidence()));
    }
}
