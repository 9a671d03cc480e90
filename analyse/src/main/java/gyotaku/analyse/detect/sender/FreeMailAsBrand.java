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

/// A company’s name on a free mailbox.
@AutoService(Check.class)
@Detector(id = "free-mail-as-brand", family = Family.SENDER, severity = Finding.Severity.HIGH)
public final class FreeMailAsBrand implements Check {

    private static final Text SAYS =
            Text.of("{0} を名乗っていますが、差出人はフリーメール {1} です。", "It speaks as {0}, from the free mailbox {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.posedBrand().stream()
                .flatMap(brand -> subject.mail().from().stream()
                        .filter(from ->
                                parties.from().filter(parties::isFreeMail).isPresent())
                        .filter(from -> brand.official().stream().noneMatch(parties::isFrom))
                        .flatMap(from -> parties.header("From").stream()
                                .map(header -> finding(SAYS.with(brand.name(), from.address()), header))));
    }
}
