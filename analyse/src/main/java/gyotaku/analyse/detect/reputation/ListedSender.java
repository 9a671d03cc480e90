package gyotaku.analyse.detect.reputation;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Text;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.Reputation;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Hop;
import java.util.List;
import java.util.stream.Stream;

/// A block list or service lists the sending address or the sender's domain.
@AutoService(Check.class)
@Detector(id = "listed-sender", family = Family.REPUTATION, severity = Finding.Severity.MEDIUM)
public final class ListedSender implements Check {

    private static final Text SAYS = Text.of("送信元 {0} は {1} に登録されています（{2}）。", "The sender {0} is listed by {1} ({2}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Stream<Finding> addresses = subject.mail().route().boundary().stream()
                .flatMap(hop -> hop.ip().stream().flatMap(ip -> address(subject, hop, ip)));
        Parties parties = new Parties(subject);
        Stream<Finding> domains = parties.from().stream()
                .flatMap(domain -> parties.header("From").stream().flatMap(from -> domain(subject, from, domain)));
        return Stream.concat(addresses, domains);
    }

    private Stream<Finding> address(Subject subject, Hop hop, IpAddress ip) {
        return listed(subject.facts().ip(ip).listings(), ip.toString(), hop.evidence());
    }

    private Stream<Finding> domain(Subject subject, Evidence from, DomainName domain) {
        DomainFacts facts = subject.facts().zone(domain);
        return listed(facts.listings(), domain.ascii(), from);
    }

    private Stream<Finding> listed(List<Reputation> listings, String who, Evidence seen) {
        return listings.stream()
                .flatMap(entry -> entry.threat().found().stream()
                        .map(threat -> finding(
                                SAYS.with(who, entry.name(), threat),
                                Stream.concat(Stream.of(seen), entry.threat().seen().stream())
                                        .toList())));
    }
}
