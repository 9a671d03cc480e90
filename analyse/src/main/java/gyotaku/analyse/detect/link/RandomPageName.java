package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.LooksRandom;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The page is called by letters that nobody can say, hit upon the keys.
@AutoService(Check.class)
@Detector(id = "random-page-name", family = Family.LINK, severity = Finding.Severity.LOW)
public final class RandomPageName implements Check {

    private static final Text SAYS =
            Text.of("リンク先のページ名「{0}」は、でたらめに打たれた文字列に見えます。", "The page is called “{0}”, letters that nobody can say.");

    private static final int READ = 512;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> !targets.registered(link).equals(parties.from()))
                .filter(link -> !Mailers.bundled().count(link.target().host()))
                .flatMap(link -> drawn(link.target().path()).map(name -> finding(SAYS.with(name), link.evidence())));
    }

    /// The first part of the path that has letters alone, of which five in a row cannot be said.
    private static Stream<String> drawn(String path) {
        return Stream.of(path.substring(0, Math.min(READ, path.length())).split("/", -1))
                .filter(part -> part.length() <= 40)
                .filter(part -> isLetters(stem(part)) && LooksRandom.label(stem(part)))
                .limit(1);
    }

    private static String stem(String part) {
        int dot = part.lastIndexOf('.');
        return dot < 0 ? part : part.substring(0, dot);
    }

    private static boolean isLetters(String stem) {
        return !stem.isEmpty() && stem.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
