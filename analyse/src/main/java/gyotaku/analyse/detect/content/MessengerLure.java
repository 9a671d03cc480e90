package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A stranger wants the talk to go on in a messenger.
@AutoService(Check.class)
@Detector(id = "lure-to-messenger", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class MessengerLure implements Check {

    private static final Text SAYS =
            Text.of("見知らぬ相手が、メッセージアプリでのやり取りに誘っています:{0}", "A stranger wants the talk to go on in a messenger: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("to-messenger", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
