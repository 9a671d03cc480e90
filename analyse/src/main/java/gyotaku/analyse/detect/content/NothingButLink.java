package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// The mail says next to nothing and shows a link.
@AutoService(Check.class)
@Detector(id = "nothing-but-link", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class NothingButLink implements Check {

    private static final Text SAYS =
            Text.of("本文は {0} 字だけで、リンク（{1}）を開かせようとしています。", "The text has only {0} characters and a link to {1}.");

    private static final int HARDLY_ANY = 50;

    @Override
    public Stream<Finding> examine(Subject subject) {
        int letters = subject.wording().body().text().length();
        boolean talk = subject.mail().header("In-Reply-To").isPresent();
        Parties parties = new Parties(subject);
        return new Targets(subject)
                .web()
                .filter(_ -> letters <= HARDLY_ANY && !talk && showsNothing(subject))
                .filter(link -> !parties.isFrom(link.target().host()))
                .limit(1)
                .map(link -> finding(SAYS.with(letters, link.target().host()), link.evidence()));
    }

    /// What a picture or a file says is not nothing.
    private static boolean showsNothing(Subject subject) {
        return subject.mail().attachments().isEmpty()
                && subject.mail().pictures().isEmpty()
                && subject.mail().links().stream().noneMatch(link -> link.context() == Link.Context.IMAGE);
    }
}
