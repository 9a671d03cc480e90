package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The receiving side recorded that DMARC passed, by more than a signature that proves little.
@AutoService(Check.class)
@Detector(
        id = "dmarc-stamped-pass",
        family = Family.AUTHENTICATION,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class DmarcStamped implements Check {

    private static final Text SAYS = Text.of(
            "受信側サーバーは、差出人のドメイン {0} の認証（DMARC）を合格と記録しています（そのドメインの持ち主が信用できるかは別の問題です）。",
            "The receiving server recorded that DMARC of {0} passed (whether its owner can be trusted is another question).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.authentication().claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.method().equals("dmarc"))
                .filter(claim -> claim.result().equals("pass") && parties.isFrom(claim.domain()))
                .filter(_ -> parties.isProven())
                .limit(1)
                .map(claim -> finding(SAYS.with(claim.domain()), claim.evidence()));
    }
}
