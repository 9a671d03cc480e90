package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.LooksRandom;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The display name holds a long number or a drawn token: a machine makes each mail a little different.
@AutoService(Check.class)
@Detector(id = "number-in-name", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class NumberInName implements Check {

    private static final Text SAYS = Text.of(
            "差出人名「{0}」に、長い番号や意味のない文字列が入っています。",
            "The sender’s name “{0}” holds a long number or letters drawn at random.");

    private static final int LONG_NUMBER = 6;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().from().stream()
                .filter(from -> from.name().indexOf('@') < 0 && holdsNumber(from.name()))
                .flatMap(from -> new Parties(subject)
                        .header("From").stream().map(header -> finding(SAYS.with(from.name()), header)));
    }

    private static boolean holdsNumber(String name) {
        int run = 0;
        for (int i = 0; i < name.length(); i++) {
            run = Character.isDigit(name.charAt(i)) ? run + 1 : 0;
            if (run >= LONG_NUMBER) {
                return true;
            }
        }
        return Stream.of(name.split("[^A-Za-z0-9]+", -1)).anyMatch(LooksRandom::label);
    }
}
