package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.time.Duration;
import java.util.stream.Stream;

/// The Date header is far from the time of receipt.
@AutoService(Check.class)
@Detector(id = "date-far-from-receipt", family = Family.ROUTE, severity = Finding.Severity.LOW)
public final class DateFarFromReceipt implements Check {

    private static final Text SAYS =
            Text.of("Date ヘッダーの日時 {0} が、受信時刻 {1} と大きく異なります。", "The Date header says {0}, far from receipt at {1}.");

    private static final Duration AHEAD = Duration.ofHours(2);
    /// Queues give up after five days (RFC 5321 section 4.5.4.1).
    private static final Duration BEHIND = Duration.ofDays(6);

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().date().stream()
                .flatMap(date -> subject.mail().receivedAt().stream()
                        .filter(receipt -> date.isAfter(receipt.plus(AHEAD)) || date.isBefore(receipt.minus(BEHIND)))
                        .flatMap(receipt -> new Parties(subject)
                                .header("Date").stream().map(header -> finding(SAYS.with(date, receipt), header))));
    }
}
