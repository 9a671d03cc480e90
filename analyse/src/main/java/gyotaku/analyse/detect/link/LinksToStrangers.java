package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Strangers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Not one link leads to the sender’s own domain.
@AutoService(Check.class)
@Detector(id = "links-to-strangers", family = Family.LINK, severity = Finding.Severity.LOW)
public final class LinksToStrangers implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} へのリンクが一つもなく、リンク先はすべて別のドメイン（{1}）です。",
            "No link leads to the sender’s own domain {0}; all lead elsewhere ({1}).");

    private static final int NAMED = 3;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Strangers.of(subject).stream()
                .map(seen -> finding(
                        SAYS.with(seen.from(), named(seen)),
                        seen.links().getFirst().evidence()));
    }

    private static String named(Strangers seen) {
        return seen.domains().stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
    }
}
