package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.stream.Stream;

/// All links stay within the domain that stands in From.
@AutoService(Check.class)
@Detector(
        id = "links-match-sender",
        family = Family.LINK,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class LinksMatchSender implements Check {

    private static final Text SAYS = Text.of(
            "リンク先はすべて、差出人のアドレスのドメイン {0} の中です（差出人が本物かは別の問題です）。",
            "All links stay within the domain {0} that From names (whether From is true is another question).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        Targets targets = new Targets(subject);
        boolean own = subject.posedBrand().isEmpty()
                && !parties.from().map(parties::isFreeMail).orElse(true)
                && subject.mail()
                        .from()
                        .flatMap(Mailbox::domain)
                        .filter(domain ->
                                Hosts.within(domain.ascii(), Hosts.bundled().pageHosts()))
                        .isEmpty()
                && targets.web().allMatch(link -> targets.registered(link).equals(parties.from()));
        return parties.from().stream()
                .filter(_ -> own)
                .flatMap(from -> targets.web().limit(1).map(link -> finding(SAYS.with(from), link.evidence())));
    }
}
