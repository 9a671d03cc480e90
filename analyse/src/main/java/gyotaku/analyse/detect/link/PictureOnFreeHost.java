package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// The pictures of the mail lie where anybody puts them up without an account: companies show pictures from servers
/// of their own.
@AutoService(Check.class)
@Detector(id = "picture-on-free-host", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class PictureOnFreeHost implements Check {

    private static final Text SAYS = Text.of(
            "メールの画像が、だれでも画像を置ける無料サービス {0} から読み込まれます。",
            "Its pictures come from {0}, where anybody puts them up for nothing.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().links().stream()
                .filter(link -> link.context() == Link.Context.IMAGE)
                .filter(link ->
                        Hosts.within(link.target().host(), Hosts.bundled().pictureHosts()))
                .limit(1)
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
