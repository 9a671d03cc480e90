package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The link is one long string that says nothing, on a host that is not the sender's: each reader gets his own, and
/// the target is hidden.
@AutoService(Check.class)
@Detector(id = "random-path", family = Family.LINK, severity = Finding.Severity.LOW)
public final class RandomPath implements Check {

    private static final Text SAYS =
            Text.of("リンク先 {0} のパスは、意味のない長い文字列です。", "The path on {0} is one long string without meaning.");

    private static final int SHORTEST = 16;
    private static final int LONGEST = 1024;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> !targets.registered(link).equals(parties.from()))
                .filter(link -> !Mailers.bundled().count(link.target().host()))
                .filter(link -> isDrawn(first(link.target().path())))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }

    /// Cases or digits change places again and again, and no mark parts words.
    private static boolean isDrawn(String name) {
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return false;
        }
        int changes = 0;
        for (int i = 1; i < name.length(); i++) {
            changes += kind(name.charAt(i)) != kind(name.charAt(i - 1)) ? 1 : 0;
        }
        return name.indexOf('-') < 0 && name.indexOf('.') < 0 && changes * 3 >= name.length();
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : 2;
    }
}
