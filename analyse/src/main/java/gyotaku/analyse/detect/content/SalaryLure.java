package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A rise in pay, a bonus or a change of the pay-roll, in the name of the own personnel office: the page takes the
/// company's log-in.
@AutoService(Check.class)
@Detector(id = "lure-salary", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class SalaryLure implements Check {

    private static final Text SAYS =
            Text.of("給与・賞与・人事の通知を装っています:{0}", "It pretends to be a notice on pay, bonus or personnel: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("salary", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
