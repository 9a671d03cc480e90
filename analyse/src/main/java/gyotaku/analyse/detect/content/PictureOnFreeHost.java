package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// Pictures lie where anybody can put some without a name.
@AutoService(Check.class)
@Detector(id = "picture-on-free-host", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class PictureOnFreeHost implements Check {

    private static final Text SAYS = Text.of(
            "本文の画像が、誰でも匿名で使える画像置き場 {0} に置かれています。",
            "Pictures of the mail lie on {0}, where anybody can put some without a name.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().links().stream()
                .filter(link -> link.context() == Link.Context.IMAGE)
                .filter(link ->
                        Hosts.within(link.target().host(), Hosts.bundled().pictureHosts()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
