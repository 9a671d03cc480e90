package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.LooksRandom;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Words that are no words of any language stand in the text, to make each mail of a flood differ from the next.
@AutoService(Check.class)
@Detector(id = "gibberish-words", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class GibberishWords implements Check {

    private static final Text SAYS = Text.of(
            "本文に、どの言語の語でもない文字列が混ぜられています:「{0}」", "Strings that are no words of any language stand in the text: “{0}”");

    private static final int SHORTEST = 12;
    private static final int LONGEST = 60;
    private static final int ENOUGH = 2;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.mail().body().visible();
        Set<String> found = new TreeSet<>();
        int start = 0;
        for (int i = 0; i <= text.length() && found.size() < ENOUGH; i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                if (i - start >= SHORTEST && i - start <= LONGEST && isGibberish(text.substring(start, i))) {
                    found.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        if (found.size() < ENOUGH) {
            return Stream.empty();
        }
        String shown = found.iterator().next();
        return Stream.of(finding(
                SAYS.with(shown),
                new Evidence.InSample("text", subject.mail().body().span(), shown, Trust.CLAIMED)));
    }

    /// Small letters alone, of which five in a row cannot be said.
    private static boolean isGibberish(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z') && LooksRandom.label(word);
    }
}
