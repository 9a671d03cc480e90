package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The page’s title names a brand, it takes input, and its host is not the brand’s.
@AutoService(Check.class)
@Detector(id = "page-names-brand", family = Family.PAGE, severity = Finding.Severity.HIGH)
public final class PageNamesBrand implements Check {

    private static final Text SAYS = Text.of(
            "{1} を名乗る題名のページが、{1} のものではないホスト {0} に置かれ、入力を求めています。",
            "A page whose title names {1} takes input on {0}, which does not belong to it.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Pages pages = new Pages(subject);
        return pages.foreign()
                .filter(Pages.Page::takesInput)
                .flatMap(page -> BrandBook.bundled().named(page.landing().title()).stream()
                        .filter(brand -> Pages.host(page.landing().url())
                                .filter(brand::owns)
                                .isEmpty())
                        .limit(1)
                        .map(brand ->
                                finding(SAYS.with(Pages.shown(page.landing().url()), brand.name()), page.evidence())));
    }
}
