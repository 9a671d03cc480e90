package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Bonuses and free spins of gambling sites: most are not licensed where the reader lives, some never pay out.
@AutoService(Check.class)
@Detector(id = "lure-casino", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class CasinoLure implements Check {

    private static final Text SAYS = Text.of("カジノ・賭け事の特典で誘っています:{0}", "It lures with bonuses of a gambling site: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("casino", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
