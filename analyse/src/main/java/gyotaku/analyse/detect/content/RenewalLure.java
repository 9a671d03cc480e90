package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A subscription is said to have run out, been renewed or not been paid for: the reader calls, or types his card
/// in.
@AutoService(Check.class)
@Detector(id = "lure-renewal", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class RenewalLure implements Check {

    private static final Text SAYS = Text.of(
            "会員・購読・ウイルス対策ソフトの更新や支払い失敗を口実にしています:{0}",
            "It pretends that a subscription ran out, was renewed or was not paid for: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("renewal", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
