package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// A Japanese notice was dated by a clock of another zone than Japan's or the world's.
@AutoService(Check.class)
@Detector(id = "date-zone-of-abroad", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class DateZoneOfAbroad implements Check {

    private static final Text SAYS = Text.of(
            "日本語のメールですが、Date ヘッダーの時差 {0} は日本（+0900）のものではありません。",
            "The mail is Japanese, but its Date is written in the zone {0}, not Japan’s (+0900).");

    private static final Set<Integer> AT_HOME = Set.of(9 * 3600, 0);

    @Override
    public Stream<Finding> examine(Subject subject) {
        boolean japanese = isJapanese(subject.wording().read());
        return subject.mail().date().stream()
                .filter(date -> japanese && subject.mail().header("In-Reply-To").isEmpty())
                .filter(date -> !AT_HOME.contains(date.getOffset().getTotalSeconds()))
                .flatMap(date -> new Parties(subject)
                        .header("Date").stream().map(header -> finding(SAYS.with(date.getOffset()), header)));
    }

    private static boolean isJapanese(String text) {
        return text.chars().filter(c -> c >= 0x3041 && c <= 0x30FA).limit(20).count() == 20;
    }
}
