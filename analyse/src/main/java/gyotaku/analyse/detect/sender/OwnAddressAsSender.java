package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The recipient’s own address stands in From: a forged sender that startles and slips past allow lists.
@AutoService(Check.class)
@Detector(id = "own-address-as-sender", family = Family.SENDER, severity = Finding.Severity.HIGH)
public final class OwnAddressAsSender implements Check {

    private static final Text SAYS =
            Text.of("送信者として、受信者ご自身のアドレス（{0}）が使われています。", "The sender’s address is the recipient’s own ({0}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.mail().from().stream()
                .filter(from -> parties.entry().isPresent() && !parties.isProven())
                .filter(from -> subject.mail().recipients().stream().anyMatch(from::sameAddress))
                .flatMap(from ->
                        parties.header("From").stream().map(header -> finding(SAYS.with(from.address()), header)));
    }
}
