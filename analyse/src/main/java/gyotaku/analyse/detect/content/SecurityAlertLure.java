package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is frightened by misuse of his account.
@AutoService(Check.class)
@Detector(id = "lure-security-alert", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class SecurityAlertLure implements Check {

    private static final Text SAYS =
            Text.of("不正利用や不審なログインへの不安に訴えています:{0}", "It appeals to fear of misuse or of a foreign log-in: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("security-alert", subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
