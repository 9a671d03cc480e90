package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A payment or favour is asked for in the manner of a superior.
@AutoService(Check.class)
@Detector(id = "lure-executive-request", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class ExecutiveLure implements Check {

    private static final Text SAYS = Text.of(
            "上司や取引先を装う依頼によく見られる言い回しです:{0}", "These are phrases of requests in the name of a superior or partner: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("executive", subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
