package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A payment or the codes of gift cards are wanted quietly, past the usual ways of the house.
@AutoService(Check.class)
@Detector(id = "lure-secret-payment", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class SecretPaymentLure implements Check {

    private static final Text SAYS = Text.of(
            "社内の手続きを通さない送金やギフトカードの番号を、内密に求めています:{0}",
            "It wants a payment or the codes of gift cards, quietly and past the usual ways: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("secret-payment", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
