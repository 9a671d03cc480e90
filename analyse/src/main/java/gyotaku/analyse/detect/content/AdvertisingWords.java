package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Words of unwanted advertising.
@AutoService(Check.class)
@Detector(id = "advertising-words", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class AdvertisingWords implements Check {

    private static final Text SAYS = Text.of("望まれない広告によく見られる言葉です:{0}", "These are words of unwanted advertising: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("advertising", 4, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
