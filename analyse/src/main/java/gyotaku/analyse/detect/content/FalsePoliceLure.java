package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Somebody calls himself the police or a prosecutor and wants a talk by messenger, or money to be moved for an
/// inquiry.
@AutoService(Check.class)
@Detector(id = "lure-false-police", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class FalsePoliceLure implements Check {

    private static final Text SAYS = Text.of(
            "警察や検察を名乗り、メッセージアプリでの聴取や資金の移動を求めています:{0}",
            "It claims to be the police and wants a talk by messenger or money to be moved: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("false-police", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
