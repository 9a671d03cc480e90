package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// There is not exactly one From (RFC 5322 section 3.6): programs differ in which one they show.
@AutoService(Check.class)
@Detector(id = "from-not-once", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class FromNotOnce implements Check {

    private static final Text SAYS =
            Text.of("From ヘッダーが {0} 個あります（規格では 1 個）。", "There are {0} From headers; the standard asks for one.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        List<Evidence> from = subject.mail()
                .headers("From")
                .map(header -> header.evidence(Trust.CLAIMED))
                .limit(3)
                .toList();
        long count = subject.mail().headers("From").count();
        return count == 1 ? Stream.empty() : evidence(subject, from).map(seen -> finding(SAYS.with(count), seen));
    }

    /// Without any From the header block as far as it goes shows it.
    private static Stream<List<Evidence>> evidence(Subject subject, List<Evidence> from) {
        return from.isEmpty()
                ? subject.mail().headers().stream().limit(1).map(header -> List.of(header.evidence(Trust.CLAIMED)))
                : Stream.of(from);
    }
}
