package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// Strangers who sell links, search ranks, designs, address lists or followers.
@AutoService(Check.class)
@Detector(id = "lure-web-services", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class WebServicesLure implements Check {

    private static final Text SAYS = Text.of(
            "SEO・Web 制作・名簿・フォロワーなどの売り込みです:{0}", "It sells search ranks, web design, address lists or followers: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("web-services", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
