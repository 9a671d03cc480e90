package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Strangers;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A page of few words whose only use is a link to a stranger. Of one that is a picture [ImageOnly] tells.
@AutoService(Check.class)
@Detector(id = "little-text-foreign-link", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class LittleTextForeignLink implements Check {

    private static final Text SAYS = Text.of(
            "本文は {0} 字だけで、差出人とは別のドメイン {1} へのリンクを押させる内容です。",
            "The text has only {0} letters and leads to a link on another domain than the sender’s, {1}.");

    /// Some sixty words of English or two lines of Japanese; a notice that says what it is about is longer.
    private static final int FEW = 300;

    private static final int TARGETS = 2;

    @Override
    public Stream<Finding> examine(Subject subject) {
        int letters = subject.wording().body().text().length();
        boolean page = subject.mail().parts().anyMatch(part -> part.type().equals("text/html"));
        return Strangers.of(subject)
                .filter(seen -> page
                        && letters <= FEW
                        && !ImageOnly.is(subject.mail())
                        && seen.domains().size() <= TARGETS)
                .stream()
                .map(seen -> finding(
                        SAYS.with(letters, seen.domains().first()),
                        seen.links().getFirst().evidence()));
    }
}
