package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// The mail itself holds a form that sends what is typed.
@AutoService(Check.class)
@Detector(id = "form-in-mail", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class FormInMail implements Check {

    private static final Text SAYS =
            Text.of("メール本文に入力フォームがあり、内容は {0} へ送られます。", "The mail holds a form whose content goes to {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> link.context() == Link.Context.FORM && !targets.isPageOfLinks())
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
