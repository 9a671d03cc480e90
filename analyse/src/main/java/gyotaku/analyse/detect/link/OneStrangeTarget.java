package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything in the mail, its button, its pictures and its unsubscribe link, leads to one domain that is not the
/// sender's: the kit of those who send for others.
@AutoService(Check.class)
@Detector(id = "one-strange-target", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class OneStrangeTarget implements Check {

    private static final Text SAYS = Text.of(
            "ボタン・画像・配信停止のリンクまで、すべて差出人とは別のドメイン {0} に向いています。",
            "Button, pictures and unsubscribe link all lead to {0}, a domain other than the sender’s.");

    private static final int FEWEST = 2;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        List<Link> links = targets.web().toList();
        if (links.size() < FEWEST
                || parties.from().isEmpty()
                || !subject.mail().body().html()) {
            return Stream.empty();
        }
        Optional<DomainName> target = targets.registered(links.getFirst());
        boolean one = target.isPresent()
                && !target.equals(parties.from())
                && !Mailers.bundled().count(links.getFirst().target().host())
                && links.stream().allMatch(link -> targets.registered(link).equals(target));
        return loads(subject)
                .filter(load -> one && targets.registered(load).equals(target))
                .limit(1)
                .map(load -> finding(
                        SAYS.with(target.orElseThrow()), links.getFirst().evidence(), load.evidence()));
    }

    private static Stream<Link> loads(Subject subject) {
        return subject.mail().links().stream()
                .filter(link -> link.context() == Link.Context.IMAGE || link.context() == Link.Context.PIXEL)
                .filter(link -> link.target().isWeb());
    }
}
