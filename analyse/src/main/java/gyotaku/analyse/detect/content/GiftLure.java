package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Points, miles or presents are offered.
@AutoService(Check.class)
@Detector(id = "lure-gift", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class GiftLure implements Check {

    private static final Text SAYS =
            Text.of("ポイント・マイル・特典などの利益で誘っています:{0}", "It offers points, miles or a present: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("gift", 2, subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
