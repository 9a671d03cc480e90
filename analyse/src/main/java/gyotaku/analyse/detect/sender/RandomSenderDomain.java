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

/// The sender’s domain looks drawn at random.
@AutoService(Check.class)
@Detector(id = "random-sender-domain", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class RandomSenderDomain implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} は、機械的に作られた無意味な文字列に見えます。", "The sender’s domain {0} looks like letters drawn at random.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return parties.from().stream()
                .filter(from -> LooksRandom.label(from.ascii()
                        .substring(
                                0,
                                from.ascii().indexOf('.') < 0 ? 0 : from.ascii().indexOf('.'))))
                .flatMap(from -> parties.header("From").stream().map(header -> finding(SAYS.with(from), header)));
    }
}
