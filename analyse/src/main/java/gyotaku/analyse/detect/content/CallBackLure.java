package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is to call a number about a purchase that he never made: on the telephone he is talked out of money
/// or into remote control.
@AutoService(Check.class)
@Detector(id = "lure-call-back", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class CallBackLure implements Check {

    private static final Text SAYS = Text.of(
            "身に覚えのない請求などについて、電話をかけさせようとしています:{0}",
            "It wants the reader to telephone about a charge he knows nothing of: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("call-back", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
