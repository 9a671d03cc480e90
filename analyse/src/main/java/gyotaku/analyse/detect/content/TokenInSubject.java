package gyotaku.analyse.detect.content;

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

/// The subject ends with a token or long number that says nothing: it makes each mail of a flood differ from the
/// next.
@AutoService(Check.class)
@Detector(id = "token-in-subject", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class TokenInSubject implements Check {

    private static final Text SAYS =
            Text.of("件名の「{0}」は、意味のない文字列や長い番号です。", "“{0}” in the subject is a token or number without meaning.");

    private static final int LONG_NUMBER = 9;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Stream.of(subject.mail().subject().split("[^A-Za-z0-9]+", -1))
                .filter(word -> isNumber(word) || LooksRandom.label(word) || isMixed(word))
                .limit(1)
                .flatMap(word -> new Parties(subject)
                        .header("Subject").stream().map(header -> finding(SAYS.with(word), header)));
    }

    private static boolean isNumber(String word) {
        return word.length() >= LONG_NUMBER && word.chars().allMatch(Character::isDigit);
    }

    /// Capitals, small letters and often digits change places again and again.
    private static boolean isMixed(String word) {
        int changes = 0;
        for (int i = 1; i < word.length(); i++) {
            changes += Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1)) ? 1 : 0;
        }
        return word.length() >= 6 && changes >= 3;
    }
}
