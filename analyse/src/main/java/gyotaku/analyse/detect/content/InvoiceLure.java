package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A bill for nothing ordered, in a file or behind a link: opened out of worry, paid out of habit.
@AutoService(Check.class)
@Detector(id = "lure-invoice", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class InvoiceLure implements Check {

    private static final Text SAYS =
            Text.of("覚えのない請求書・注文書・伝票を開かせようとしています:{0}", "It wants a bill, order or slip opened: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("invoice", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
