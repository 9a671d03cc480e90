package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Free coins are to be claimed: the page asks for a wallet to be connected and empties it.
@AutoService(Check.class)
@Detector(id = "lure-crypto-claim", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class CryptoClaimLure implements Check {

    private static final Text SAYS = Text.of("暗号資産の無料配布・請求で誘っています:{0}", "It offers crypto-currency to be claimed: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("crypto-claim", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
