package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is told to switch off the protection of a document.
@AutoService(Check.class)
@Detector(id = "lure-enable-content", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class EnableContentLure implements Check {

    private static final Text SAYS =
            Text.of("文書の保護を解除してプログラムを動かすよう求めています:{0}", "It wants the protection of a document to be switched off: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("enable-content", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
