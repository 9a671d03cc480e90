package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Text;
import gyotaku.model.fact.Asked;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// What is typed into the page’s secret fields goes to another site than the page’s.
@AutoService(Check.class)
@Detector(id = "page-form-elsewhere", family = Family.PAGE, severity = Finding.Severity.MEDIUM)
public final class PageFormElsewhere implements Check {

    private static final Text SAYS = Text.of(
            "ページ {0} に入力した秘密の情報は、別のサイト {1} へ送信されます。",
            "Secrets typed into the page on {0} are sent to another site, {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Pages pages = new Pages(subject);
        return pages.foreign()
                .flatMap(page -> page.landing().forms().stream()
                        .filter(form -> form.fields().stream()
                                .anyMatch(field ->
                                        Asked.of(field).filter(Asked::isSecret).isPresent()))
                        .filter(form -> elsewhere(pages, page.landing().url(), form.action()))
                        .map(form -> finding(
                                SAYS.with(Pages.shown(page.landing().url()), Pages.shown(form.action())),
                                page.evidence())));
    }

    private static boolean elsewhere(Pages pages, String here, String there) {
        return pages.registered(there).isPresent()
                && !pages.isOwn(there)
                && !pages.registered(there).equals(pages.registered(here));
    }
}
