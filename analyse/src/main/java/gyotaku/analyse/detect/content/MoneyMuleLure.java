package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader is to pass on money or parcels of others, or to hand over his papers for a job that nobody describes.
@AutoService(Check.class)
@Detector(id = "lure-money-mule", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class MoneyMuleLure implements Check {

    private static final Text SAYS = Text.of(
            "他人の金銭や荷物を受け渡す仕事、身分証や口座を差し出す仕事を持ちかけています:{0}",
            "It offers work that passes on money or parcels of others, or wants papers and accounts for it: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("money-mule", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
