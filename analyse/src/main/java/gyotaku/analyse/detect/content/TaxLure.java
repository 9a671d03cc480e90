package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Tax that is owed or comes back, or a fault in the taxpayer's papers: the page takes card, account or identity.
@AutoService(Check.class)
@Detector(id = "lure-tax", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class TaxLure implements Check {

    private static final Text SAYS = Text.of(
            "税金の還付・未納・番号の不備を口実にしています:{0}",
            "It pretends that tax is owed or comes back, or that papers are faulty: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("tax", 2, subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
