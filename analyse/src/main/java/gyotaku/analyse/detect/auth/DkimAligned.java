package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Signature;
import java.util.stream.Stream;

/// A signature of the domain in From is right, and covers all that a reader sees.
@AutoService(Check.class)
@Detector(
        id = "dkim-aligned",
        family = Family.AUTHENTICATION,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class DkimAligned implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} の電子署名は正しく、本文は署名後に変わっていません。",
            "The signature of the domain in From, {0}, is right, and the text is as it was signed.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.authentication().signatures().stream()
                .filter(Signature::isPlainPass)
                .map(Signature::outcome)
                .filter(outcome -> parties.isFrom(outcome.domain()))
                .limit(1)
                .map(this::finding);
    }

    private Finding finding(AuthResult outcome) {
        return finding(SAYS.with(outcome.domain()), outcome.evidence());
    }
}
