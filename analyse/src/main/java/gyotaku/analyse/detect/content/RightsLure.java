package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A page, an account or a domain is said to break somebody's rights or to run out: the owner logs in to save it.
@AutoService(Check.class)
@Detector(id = "lure-rights", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class RightsLure implements Check {

    private static final Text SAYS = Text.of(
            "著作権侵害・ページ停止・ドメイン失効を口実にしています:{0}",
            "It pretends a breach of rights, or that a page or domain will be lost: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("rights", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
