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

/// The way from the link to the page leads through the sites of four owners or more.
@AutoService(Check.class)
@Detector(id = "page-behind-strangers", family = Family.PAGE, severity = Finding.Severity.LOW)
public final class PageBehindStrangers implements Check {

    private static final Text SAYS = Text.of(
            "リンクからページまで、持ち主の異なる {0} のドメインを経由します（{1} まで）。",
            "The way from the link to the page passes {0} domains of different owners, up to {1}.");

    private static final int MANY = 4;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Pages pages = new Pages(subject);
        return pages.foreign()
                .filter(page -> owners(pages, page.landing()) >= MANY)
                .map(page -> finding(
                        SAYS.with(
                                owners(pages, page.landing()),
                                Pages.shown(page.landing().url())),
                        page.evidence(),
                        page.link().evidence()));
    }

    private static long owners(Pages pages, Landing page) {
        return Stream.concat(
                        page.redirects().stream().flatMap(step -> Stream.of(step.from(), step.to())),
                        Stream.of(page.url()))
                .flatMap(url -> pages.registered(url).stream())
                .distinct()
                .count();
    }
}
