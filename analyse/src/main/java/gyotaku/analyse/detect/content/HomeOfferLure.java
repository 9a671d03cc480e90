package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Savings for home and car - panels, heating, insurance, warranty - from someone who sells the reader's data on.
@AutoService(Check.class)
@Detector(id = "lure-home-offer", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class HomeOfferLure implements Check {

    private static final Text SAYS = Text.of(
            "住宅設備・電気代・保険などの見積もりで個人情報を集める広告です:{0}",
            "It advertises savings for home, car or insurance to gather data: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("home-offer", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
