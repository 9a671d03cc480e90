package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// A mail server's own report on delivery or abuse, in the form that is made for it (RFC 6522, RFC 3464, RFC 5965).
@AutoService(Check.class)
@Detector(
        id = "machine-report",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class MachineReport implements Check {

    private static final Text SAYS = Text.of(
            "メールサーバーが所定の形式で作る配送結果・苦情の報告です（{0}）。",
            "It is a mail server’s report in the form that is made for it ({0}).");

    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/global-delivery-status");

    @Override
    public Stream<Finding> examine(Subject subject) {
        boolean report = subject.mail().root().type().equals("multipart/report");
        return subject.mail()
                .parts()
                .filter(part -> report && REPORTS.contains(part.type()))
                .limit(1)
                .map(part -> finding(SAYS.with(part.type()), part.evidence(part.type())));
    }
}
