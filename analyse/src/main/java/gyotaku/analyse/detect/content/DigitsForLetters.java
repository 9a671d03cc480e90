package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.stream.Stream;

/// Digits stand for letters in a word, so that filters do not find it.
@AutoService(Check.class)
@Detector(id = "digits-for-letters", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class DigitsForLetters implements Check {

    private static final Text SAYS =
            Text.of("文字の代わりに数字や似た記号を使った語があります:「{0}」", "A word is written with digits in place of letters: “{0}”");

    private static final int SHORTEST = 5;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String name = subject.mail().from().map(Mailbox::name).orElse("");
        return Stream.of(name, subject.mail().subject())
                .flatMap(text -> Stream.of(text.split("[^A-Za-z0-9]+", -1))
                        .filter(DigitsForLetters::isDisguised)
                        .limit(1)
                        .flatMap(word -> new Parties(subject)
                                .header(text.equals(name) ? "From" : "Subject").stream()
                                        .map(header -> finding(SAYS.with(word), header))))
                .limit(1);
    }

    /// Zeros alone among at least four letters, each with a letter behind it; or a small L among capitals.
    private static boolean isDisguised(String word) {
        if (word.length() < SHORTEST || word.length() > 30) {
            return false;
        }
        long zeros = word.chars().filter(c -> c == '0').count();
        long digits = word.chars().filter(Character::isDigit).count();
        boolean before = true;
        for (int i = 0; i < word.length(); i++) {
            boolean last = i + 1 == word.length();
            before &= word.charAt(i) != '0'
                    || !last
                            && Character.isLetter(word.charAt(i + 1))
                            && (i == 0 || Character.isLetter(word.charAt(i - 1)));
        }
        boolean zero = zeros >= 1 && zeros == digits && before && word.length() - digits >= 4;
        boolean small = word.indexOf('l') > 0
                && word.chars().filter(c -> c == 'l').count() == 1
                && word.chars().filter(Character::isUpperCase).count() == word.length() - 1;
        return zero || small;
    }
}
