package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A rich or dying stranger wants to give the reader his money.
@AutoService(Check.class)
@Detector(id = "lure-donation", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class DonationLure implements Check {

    private static final Text SAYS =
            Text.of("見知らぬ富豪などからの寄付を申し出ています:{0}", "A stranger offers to give the reader his money: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("donation", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
