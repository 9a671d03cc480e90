package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Hop;
import java.util.List;
import java.util.stream.Stream;

/// The sending address has no reverse name that leads back to it: a server of a company has one.
@AutoService(Check.class)
@Detector(id = "no-reverse-name", family = Family.ROUTE, severity = Finding.Severity.LOW)
public final class NoReverseName implements Check {

    private static final Text SAYS = Text.of(
            "送信元サーバー {0} の名前は確かめられません（逆引き名がないか、正引きと一致しません）。",
            "The name of the sending server {0} cannot be confirmed (no reverse name that leads back to it).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().route().boundary().stream()
                .flatMap(hop -> hop.ip().stream()
                        .filter(ip -> isNameless(subject, hop, ip))
                        .map(ip -> finding(SAYS.with(ip), evidence(subject, hop, ip))));
    }

    /// The look-up counts; without one what the receiving server wrote (`unknown`, as Postfix does).
    private static boolean isNameless(Subject subject, Hop hop, IpAddress ip) {
        return switch (subject.facts().ip(ip).reverse()) {
            case Lookup.NotListed<IpFacts.Reverse> _ -> true;
            case Lookup.Found<IpFacts.Reverse> _ -> false;
            case Lookup.NotAsked<IpFacts.Reverse> _, Lookup.Failed<IpFacts.Reverse> _ ->
                hop.fromClause().contains("(unknown [");
        };
    }

    private static List<Evidence> evidence(Subject subject, Hop hop, IpAddress ip) {
        return Stream.concat(Stream.of(hop.evidence()), subject.facts().ip(ip).reverse().seen().stream())
                .toList();
    }
}
