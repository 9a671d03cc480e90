package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The owner of a crypto wallet is made to verify, update or recover it: the words that he types in are the wallet.
@AutoService(Check.class)
@Detector(id = "lure-wallet", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class WalletLure implements Check {

    private static final Text SAYS =
            Text.of("暗号資産ウォレットの確認・更新を求めています:{0}", "It wants a crypto wallet verified, updated or recovered: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("wallet", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
