package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// It answers a mail, names it, and quotes what was written: a talk that goes on.
@AutoService(Check.class)
@Detector(
        id = "conversation",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class Conversation implements Check {

    private static final Text SAYS = Text.of("前のメールへの返信で、その文面が引用されています。", "It answers an earlier mail and quotes it.");

    private static final int ENOUGH = 2;
    private static final List<String> QUOTES =
            List.of("wrote:", "writes:", "schrieb", "a écrit", "escreveu", "escribió", "さんは書きました", "original message");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.mail().body().visible();
        long quoted =
                text.lines().filter(line -> line.startsWith(">")).limit(ENOUGH).count();
        boolean quotes = quoted >= ENOUGH || QUOTES.stream().anyMatch(text::contains);
        return subject.mail().header("In-Reply-To").or(() -> subject.mail().header("References")).stream()
                .filter(_ -> quotes && subject.posedBrand().isEmpty())
                .map(header -> finding(SAYS, header.evidence(Trust.CLAIMED)));
    }
}
