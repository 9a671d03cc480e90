package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.Optional;
import java.util.stream.Stream;

/// The link goes through an open service of somebody else.
@AutoService(Check.class)
@Detector(id = "redirected-link", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class RedirectedLink implements Check {

    private static final Text SAYS = Text.of("リンクは {0} を経由して {1} へ転送されます。", "The link goes through {0} to {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> redirector(link).isPresent())
                .map(link -> finding(
                        SAYS.with(redirector(link).orElse(""), link.target().host()), link.evidence()));
    }

    private static Optional<String> redirector(Link link) {
        return link.wrappers().stream()
                .filter(host -> Hosts.within(host, Hosts.bundled().redirectors())
                        || Hosts.within(host, Hosts.bundled().translators()))
                .findFirst();
    }
}
