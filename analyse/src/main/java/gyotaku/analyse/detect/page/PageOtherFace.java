package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Text;
import gyotaku.model.fact.Landing;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A second look under another user agent saw a form where the first saw none, or another site.
@AutoService(Check.class)
@Detector(id = "page-other-face", family = Family.PAGE, severity = Finding.Severity.MEDIUM)
public final class PageOtherFace implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は、見る端末によって違う内容を返しました（{1} を名乗ると別のページ）。",
            "The linked site {0} showed another page to {1}: it treats visitors differently.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Pages pages = new Pages(subject);
        return pages.foreign()
                .flatMap(page -> page.landing().otherAgent().stream()
                        .filter(other -> other.differs() && differs(pages, page.landing(), other))
                        .map(other -> finding(
                                SAYS.with(Pages.shown(page.link().target().href()), other.agent()), page.evidence())));
    }

    /// Pages made for small screens are no other face.
    private static boolean differs(Pages pages, Landing page, Landing.Contrast other) {
        boolean form = (page.state() == Landing.State.FORM) != (other.state() == Landing.State.FORM);
        boolean site = pages.registered(other.url()).isPresent()
                && !pages.registered(other.url()).equals(pages.registered(page.url()));
        return form || site;
    }
}
