package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Hop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The reverse name of the sending address leads elsewhere.
@AutoService(Check.class)
@Detector(id = "reverse-not-confirmed", family = Family.ROUTE, severity = Finding.Severity.LOW)
public final class ReverseNotConfirmed implements Check {

    private static final Text SAYS = Text.of(
            "送信元 IP {0} の逆引き名 {1} を正引きしても、この IP には戻りません。",
            "The reverse name {1} of the sending IP {0} does not lead back to it.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().route().boundary().stream()
                .flatMap(hop -> hop.ip().stream()
                        .flatMap(ip -> subject.facts().ip(ip).reverse().found().stream()
                                .filter(reverse -> reverse.confirmed().found().equals(Optional.of(false)))
                                .map(reverse -> finding(SAYS.with(ip, reverse.name()), evidence(hop, reverse)))));
    }

    private static List<Evidence> evidence(Hop hop, IpFacts.Reverse reverse) {
        return Stream.concat(Stream.of(hop.evidence()), reverse.confirmed().seen().stream())
                .toList();
    }
}
