package gyotaku.analyse.detect.auth;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// SPF passes for the domain in From.
@AutoService(Check.class)
@Detector(
        id = "spf-aligned",
        family = Family.AUTHENTICATION,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class SpfAligned implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} は、この送信元 IP からの送信を SPF で許可しています。", "The domain in From, {0}, permits the sending IP by SPF.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        AuthResult spf = subject.authentication().spf();
        Stream<List<Evidence>> computed = spf.result().equals("pass") && parties.isFrom(spf.domain())
                ? Stream.of(spf.evidence())
                : Stream.empty();
        Stream<List<Evidence>> stamped = subject.authentication().claims().stream()
                .filter(claim -> !spf.isEvaluated() && claim.trust() == Trust.STAMPED)
                .filter(claim ->
                        claim.method().equals("spf") && claim.result().equals("pass") && parties.isFrom(claim.domain()))
                .map(claim -> List.of(claim.evidence()));
        return parties.from().stream()
                .flatMap(from ->
                        Stream.concat(computed, stamped).limit(1).map(evidence -> finding(SAYS.with(from), evidence)));
    }
}
