package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Strangers who want to meet the reader: the way into paid chats, advance payments and extortion by pictures.
@AutoService(Check.class)
@Detector(id = "lure-dating", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class DatingLure implements Check {

    private static final Text SAYS =
            Text.of("出会い・交際をうたって誘っています:{0}", "It lures with people who want to meet the reader: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("dating", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
