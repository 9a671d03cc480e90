package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The closing lines of those who send for others: leave by writing to a post-office box, by a link of a third
/// party, without a company's name.
@AutoService(Check.class)
@Detector(id = "lure-affiliate-footer", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class AffiliateFooterLure implements Check {

    private static final Text SAYS = Text.of(
            "広告を請け負う送信者に特有の配信停止の文言です:{0}", "These are the opt-out lines of those who send advertising for others: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("affiliate-footer", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
