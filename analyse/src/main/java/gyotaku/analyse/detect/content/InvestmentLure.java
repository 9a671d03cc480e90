package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Gains from crypto-currency or shares are promised.
@AutoService(Check.class)
@Detector(id = "lure-investment", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class InvestmentLure implements Check {

    private static final Text SAYS = Text.of(
            "暗号資産や投資の利益、ウォレットの手続きを持ちかけています:{0}", "It speaks of gains from investment or of a crypto wallet: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("investment", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
