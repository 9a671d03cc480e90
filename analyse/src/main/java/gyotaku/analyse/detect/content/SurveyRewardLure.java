package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A reward for a few answers, in the name of a shop that knows nothing of it: the page takes card data for the
/// postage.
@AutoService(Check.class)
@Detector(id = "lure-survey-reward", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class SurveyRewardLure implements Check {

    private static final Text SAYS =
            Text.of("アンケートや抽選の当選品・商品券で誘っています:{0}", "It lures with a reward or voucher for a survey or draw: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("survey-reward", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
