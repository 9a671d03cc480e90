package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A foreign domain’s subdomain is written like a domain of its own, since a phone shows only the beginning.
@AutoService(Check.class)
@Detector(id = "domain-inside-subdomain", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class DomainInsideSubdomain implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は先頭が別のドメイン名のように見えますが、実際のドメインは {1} です。",
            "The host {0} begins like another domain, but belongs to {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> looksDouble(link.target().host(), targets.registered(link)))
                .map(link -> finding(
                        SAYS.with(
                                link.target().host(),
                                targets.registered(link).map(DomainName::ascii).orElse("")),
                        link.evidence()));
    }

    private static final Set<String> ENDS = Set.of("com", "net", "org", "jp", "co", "gov", "ne");

    /// Left of the registered domain stands a label of a public suffix that is neither first nor alone.
    private static boolean looksDouble(String host, Optional<DomainName> registered) {
        int left = registered
                .map(domain -> host.length() - domain.ascii().length() - 1)
                .orElse(-1);
        if (left <= 0) {
            return false;
        }
        List<String> labels = List.of(host.substring(0, left).split("\\.", -1));
        return labels.subList(1, labels.size()).stream().anyMatch(ENDS::contains);
    }
}
