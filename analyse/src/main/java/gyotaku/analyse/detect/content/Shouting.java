package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Most of the text is in capital letters.
@AutoService(Check.class)
@Detector(id = "shouting", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class Shouting implements Check {

    private static final Text SAYS =
            Text.of("本文の大部分が大文字で書かれています（{0} %）。", "Most of the text is in capital letters ({0} %).");

    private static final int ENOUGH = 150;
    private static final int MOST = 20_000;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.mail().body().visible();
        String read = text.substring(0, Math.min(MOST, text.length()));
        long capitals = read.chars().filter(Character::isUpperCase).count();
        long small = read.chars().filter(Character::isLowerCase).count();
        boolean loud = capitals >= ENOUGH && capitals > 2 * small;
        return Stream.of(read)
                .filter(_ -> loud)
                .map(_ -> finding(
                        SAYS.with(100 * capitals / (capitals + small)),
                        new Evidence.InSample(
                                "text",
                                subject.mail().body().span(),
                                read.substring(0, Math.min(60, read.length())),
                                Trust.CLAIMED)));
    }
}
