package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Locale;
import java.util.stream.Stream;

/// Newsletter headers of the sender’s own, proven domain.
@AutoService(Check.class)
@Detector(
        id = "list-of-sender",
        family = Family.SENDER,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class ListOfSender implements Check {

    private static final Text SAYS = Text.of(
            "配信解除などのメーリングリスト用ヘッダーが、認証された差出人のドメイン {0} と一致します。",
            "Its list headers belong to the sender’s own, authenticated domain {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return parties.listHeader().stream()
                .filter(header -> subject.posedBrand().isEmpty() && parties.isProven())
                .flatMap(header -> parties.from().stream()
                        .filter(from -> header.body().length() <= 4096
                                && header.body().toLowerCase(Locale.ROOT).contains(from.ascii()))
                        .map(from -> finding(SAYS.with(from), header.evidence(Trust.CLAIMED))));
    }
}
