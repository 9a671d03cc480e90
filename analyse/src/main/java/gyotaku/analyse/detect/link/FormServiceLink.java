package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is to fill in a form of a service that anybody can use.
@AutoService(Check.class)
@Detector(id = "form-service-link", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class FormServiceLink implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は、だれでも入力フォームを作れるサービスです。", "The link leads to {0}, where anybody makes a form to be filled in.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Targets(subject)
                .at(Hosts.bundled().formServices())
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
