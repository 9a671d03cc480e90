package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.LooksRandom;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The link's host begins with a label that looks drawn: one for each mail, so that no list knows it.
@AutoService(Check.class)
@Detector(id = "random-subdomain", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class RandomSubdomain implements Check {

    private static final Text SAYS =
            Text.of("リンク先 {0} の先頭は、無意味な文字列に見えます。", "The host {0} begins with what looks like letters drawn at random.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> !targets.registered(link).equals(parties.from()))
                .filter(link -> !Mailers.bundled().count(link.target().host()))
                .filter(link -> targets.registered(link)
                        .filter(domain -> isDrawn(link.target().host(), domain))
                        .isPresent())
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }

    private static boolean isDrawn(String host, DomainName registered) {
        int left = host.length() - registered.ascii().length() - 1;
        return left > 0 && Stream.of(host.substring(0, left).split("\\.", -1)).anyMatch(LooksRandom::label);
    }
}
