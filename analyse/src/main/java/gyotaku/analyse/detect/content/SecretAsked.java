package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A password, card number or code is asked for.
@AutoService(Check.class)
@Detector(id = "asks-for-secret", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class SecretAsked implements Check {

    private static final Text SAYS =
            Text.of("パスワード・カード番号・暗証番号などの入力を求めています:{0}", "It asks for a password, card number or code: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("secret", subject).stream().map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
