package gyotaku.analyse.detect.age;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Ages;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.DomainName;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Registration;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// The link’s domain was registered 8 to 30 days before receipt.
@AutoService(Check.class)
@Detector(id = "link-domain-this-month", family = Family.AGE, severity = Finding.Severity.MEDIUM)
public final class LinkDomainOfThisMonth implements Check {

    private static final Text SAYS = Text.of(
            "リンク先のドメイン {0} は、受信の {1} 日前に登録されました。", "The link’s domain {0} was registered {1} days before receipt.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Ages ages = new Ages(subject);
        Targets targets = new Targets(subject);
        return targets.web()
                .flatMap(link -> targets
                        .registered(link)
                        .flatMap(domain -> ages.of(domain, registration(subject, link, domain)))
                        .filter(aged -> aged.days() > 7 && aged.days() <= 30)
                        .map(aged -> finding(
                                SAYS.with(aged.domain(), Math.abs(aged.days())), link.evidence(), aged.evidence()))
                        .stream());
    }

    private static Lookup<Registration> registration(Subject subject, Link link, DomainName domain) {
        LinkFacts facts = subject.facts().links().get(link.target().href());
        return facts == null ? subject.facts().domain(domain) : facts.registration();
    }
}
