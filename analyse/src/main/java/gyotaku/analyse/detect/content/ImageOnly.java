package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// The mail is a picture with a link: nothing that a filter could read.
@AutoService(Check.class)
@Detector(id = "image-only", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class ImageOnly implements Check {

    private static final Text SAYS = Text.of(
            "本文は画像とリンクだけで、読める文字がほとんどありません({0} 字)。",
            "The body is a picture with a link and hardly any text ({0} characters).");

    private static final int HARDLY_ANY = 40;

    @Override
    public Stream<Finding> examine(Subject subject) {
        int letters = subject.wording().body().text().length();
        boolean picture = subject.mail().links().stream().anyMatch(link -> link.context() == Link.Context.IMAGE)
                || subject.mail().parts().anyMatch(part -> part.type().startsWith("image/"));
        if (!subject.mail().body().html() || letters >= HARDLY_ANY || !picture) {
            return Stream.empty();
        }
        return subject.mail().links().stream()
                .filter(link -> link.context().isFollowed() && link.target().isWeb())
                .limit(1)
                .map(link -> finding(SAYS.with(letters), link.evidence()));
    }
}
