package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The plain text and the HTML are two different mails: filters read harmless words, the reader is shown others.
@AutoService(Check.class)
@Detector(id = "alternatives-disagree", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class AlternativesDisagree implements Check {

    private static final Text SAYS = Text.of(
            "テキスト版と HTML 版が別の内容です。短い方の {0} 語のうち、もう一方にもあるのは {1} % だけで、共通のリンク先もありません。",
            "The plain text and the HTML say different things: of the {0} words of the shorter one only {1} % stand in the other, and no link of both leads to the same domain.");

    /// A plain text of fewer words is a notice that HTML cannot be shown.
    private static final int WORDS = 20;

    /// Of 150 honest mails with a choice none without a common link shares so few; at 0.3 ten newsletters do, whose
    /// text was
    /// written anew.
    private static final double COMMON = 0.2;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Alternatives.of(subject.mail(), subject.suffixes()).stream()
                .filter(choice -> choice.words() >= WORDS && choice.common() < COMMON && !choice.sharedHost())
                .map(choice -> finding(
                        SAYS.with(Integer.toString(choice.words()), Long.toString(Math.round(100 * choice.common()))),
                        choice.plain().evidence(excerpt(choice.plain().text().orElse(""))),
                        choice.html().evidence(excerpt(subject.mail().body().visible()))));
    }

    private static String excerpt(String text) {
        String line = text.strip();
        return line.substring(0, Math.min(120, line.length()));
    }
}
