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
import java.time.Duration;
import java.util.stream.Stream;

/// The link’s domain was registered after receipt: it was free then, or has been registered anew since.
@AutoService(Check.class)
@Detector(id = "link-domain-after-receipt", family = Family.AGE, severity = Finding.Severity.MEDIUM)
public final class LinkDomainAfterReceipt implements Check {

    private static final Text SAYS = Text.of(
            "リンク先のドメイン {0} の現在の登録は、受信より {1} 日後のものです。",
            "The present registration of the link’s domain {0} began {1} days after receipt.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Ages ages = new Ages(subject);
        Targets targets = new Targets(subject);
        return targets.web()
                .flatMap(link -> targets
                        .registered(link)
                        .flatMap(domain -> ages.of(domain, registration(subject, link, domain)))
                        .filter(aged -> aged.age().isNegative() && aged.age().compareTo(Duration.ofHours(-36)) < 0)
                        .map(aged -> finding(
                                SAYS.with(aged.domain(), Math.abs(aged.days())), link.evidence(), aged.evidence()))
                        .stream());
    }

    private static Lookup<Registration> registration(Subject subject, Link link, DomainName domain) {
        LinkFacts facts = subject.facts().links().get(link.target().href());
        return facts == null ? subject.facts().domain(domain) : facts.registration();
    }
}
