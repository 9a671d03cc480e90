package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A stranger seeks a partner for a deal, an investment or a fortune that must leave the country.
@AutoService(Check.class)
@Detector(id = "lure-partner-sought", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class PartnerSoughtLure implements Check {

    private static final Text SAYS =
            Text.of("見知らぬ相手が取引・投資の相手を探していると持ちかけています:{0}", "A stranger seeks a partner for a deal or a fortune: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("partner-sought", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
