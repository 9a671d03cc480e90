package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Hop;
import java.time.Duration;
import java.util.stream.Stream;

/// A line below the boundary bears a time after the mail had already been received.
@AutoService(Check.class)
@Detector(id = "time-backwards", family = Family.ROUTE, severity = Finding.Severity.LOW)
public final class TimeBackwards implements Check {

    private static final Text SAYS = Text.of(
            "偽装できる経路行の時刻 {0} が、受信時刻 {1} より後です。", "A forgeable Received line bears the time {0}, after receipt at {1}.");

    /// Clocks of honest servers differ by less.
    private static final Duration TOLERANCE = Duration.ofMinutes(30);

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().receivedAt().stream()
                .flatMap(receipt -> subject.mail().route().hops().stream()
                        .filter(hop -> hop.standing() == Hop.Standing.CLAIMED)
                        .filter(hop -> hop.at()
                                .filter(at -> at.isAfter(receipt.plus(TOLERANCE)))
                                .isPresent())
                        .limit(1)
                        .map(hop -> finding(SAYS.with(hop.at().orElse(receipt), receipt), hop.evidence())));
    }
}
