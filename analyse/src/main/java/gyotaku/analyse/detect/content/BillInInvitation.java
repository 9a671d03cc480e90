package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A calendar invitation carries a bill or a renewal: it stands in the calendar even when nobody opens the mail.
@AutoService(Check.class)
@Detector(id = "bill-in-invitation", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class BillInInvitation implements Check {

    private static final Text SAYS =
            Text.of("カレンダーの招待を使って、請求や更新の通知を送りつけています。", "A calendar invitation carries a notice of a bill or renewal.");

    private static final Set<String> BILLS =
            Set.of("renewal", "invoice", "call-back", "crypto-claim", "shared-document", "unpaid", "survey-reward");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Optional<Evidence> calendar = subject.mail()
                .parts()
                .filter(part ->
                        part.type().equals("text/calendar") || part.type().equals("application/ics"))
                .map(part -> part.evidence(part.type()))
                .findFirst()
                .or(() -> subject.mail().links().stream()
                        .filter(link -> link.target().host().equals("calendar.google.com"))
                        .map(Link::evidence)
                        .findFirst());
        Optional<String> bill = BILLS.stream()
                .sorted()
                .filter(tactic -> subject.wording().says(tactic))
                .findFirst();
        return calendar.stream()
                .flatMap(seen -> bill.stream()
                        .map(tactic -> finding(
                                SAYS,
                                seen,
                                subject.wording()
                                        .evidence(
                                                subject.wording().lures(tactic).getFirst()))));
    }
}
