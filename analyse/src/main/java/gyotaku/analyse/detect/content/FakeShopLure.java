package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Goods at a fraction of their price, to be paid to a private account.
@AutoService(Check.class)
@Detector(id = "lure-fake-shop", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class FakeShopLure implements Check {

    private static final Text SAYS = Text.of(
            "極端な値引きや個人名義の口座への前払いなど、偽の通販サイトに多い売り方です:{0}",
            "It sells the way false shops do: at a fraction of the price, paid in advance to a private account: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("fake-shop", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
