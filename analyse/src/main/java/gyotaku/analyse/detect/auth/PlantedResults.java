package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// An Authentication-Results in the receiving server’s name stands where only the sender can have put it.
@AutoService(Check.class)
@Detector(id = "planted-results", family = Family.AUTHENTICATION, severity = Finding.Severity.HIGH)
public final class PlantedResults implements Check {

    private static final Text SAYS = Text.of(
            "受信側サーバー {0} を名乗る認証結果（{1}={2}）が、送信者にしか書けない位置にあります。",
            "An authentication result ({1}={2}) in the name of the receiving server {0} stands where only the sender can have put it.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.authentication().claims().stream()
                .filter(claim -> claim.planted() && claim.result().equals("pass") && !parties.isProven())
                .limit(1)
                .map(claim -> finding(SAYS.with(claim.by(), claim.method(), claim.result()), claim.evidence()));
    }
}
