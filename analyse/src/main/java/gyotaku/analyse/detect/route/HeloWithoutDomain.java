package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.IpAddress;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The client did not greet with a full host name (RFC 5321 section 4.1.1.1).
@AutoService(Check.class)
@Detector(id = "helo-without-domain", family = Family.ROUTE, severity = Finding.Severity.LOW)
public final class HeloWithoutDomain implements Check {

    private static final Text SAYS = Text.of(
            "送信サーバーは完全なホスト名ではなく「{0}」と名乗りました（HELO）。",
            "The sending server called itself “{0}” (HELO), which is no full host name.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Parties(subject)
                .entry().stream()
                        .filter(hop -> !hop.helo().isEmpty() && isNoFullName(hop.helo()))
                        .map(hop -> finding(SAYS.with(hop.helo()), hop.evidence()));
    }

    private static boolean isNoFullName(String helo) {
        return helo.indexOf('.') < 0 || IpAddress.parse(helo).isPresent();
    }
}
