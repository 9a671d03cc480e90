package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.LooksRandom;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The mailbox name in From looks drawn at random.
@AutoService(Check.class)
@Detector(id = "random-local-part", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class RandomLocalPart implements Check {

    private static final Text SAYS = Text.of(
            "差出人のアドレス {0} の @ より前は、無意味な文字列に見えます。", "The mailbox name in {0} looks like letters drawn at random.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().from().stream()
                .filter(from -> LooksRandom.label(from.localPart()) || LooksRandom.mixed(from.localPart()))
                .flatMap(from -> new Parties(subject)
                        .header("From").stream().map(header -> finding(SAYS.with(from.address()), header)));
    }
}
