package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Strangers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// It has the parts of a report on a mail’s delivery (RFC 3464, RFC 5965, RFC 8098).
@AutoService(Check.class)
@Detector(
        id = "delivery-report",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class DeliveryReport implements Check {

    private static final Text SAYS = Text.of(
            "配送結果の通知に決まった部品 {0} があり、差出人と無関係なリンクはありません。",
            "It holds the part {0} of a report on delivery, and leads to no stranger.");

    private static final Set<String> REPORTS =
            Set.of("message/delivery-status", "message/feedback-report", "message/disposition-notification");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail()
                .parts()
                .filter(part -> REPORTS.contains(part.type()))
                .filter(_ -> Strangers.of(subject).isEmpty())
                .limit(1)
                .map(part -> finding(SAYS.with(part.type()), part.evidence(part.type())));
    }
}
