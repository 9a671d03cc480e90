package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.LooksRandom;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/// The host looks drawn at random.
@AutoService(Check.class)
@Detector(id = "random-host", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class RandomHost implements Check {

    private static final Text SAYS = Text.of(
            "リンク先のホスト名 {0} に、無意味な文字列に見える部分があります。", "A part of the link’s host {0} looks like letters drawn at random.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> looksRandom(targets.registered(link)))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }

    private static boolean looksRandom(Optional<DomainName> registered) {
        return registered
                .map(domain -> domain.ascii().split("\\.", 2)[0])
                .filter(LooksRandom::label)
                .isPresent();
    }
}
