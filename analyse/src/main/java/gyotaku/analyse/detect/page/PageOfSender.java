package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.fact.Landing;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// Every link of the mail was visited, and all end on the brand’s own domain or that of the proven sender without
/// asking for a secret.
@AutoService(Check.class)
@Detector(
        id = "page-of-sender",
        family = Family.PAGE,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class PageOfSender implements Check {

    private static final Text SAYS = Text.of(
            "リンクはすべて開いて確認し、{0} など送信者本人または公式のサイトに着き、秘密の入力も求められませんでした。",
            "Every link was visited: all end on sites of the proven sender or the brand, such as {0}, and none asks for a secret.");

    private static final int SHOWN = 3;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Pages pages = new Pages(subject);
        List<Pages.Page> visited = pages.visited().toList();
        boolean all = !visited.isEmpty()
                && visited.size() == new Targets(subject).web().count();
        return all && visited.stream().allMatch(page -> isHarmless(pages, page))
                ? Stream.of(finding(
                        SAYS.with(Pages.shown(visited.getFirst().landing().url())),
                        visited.stream().limit(SHOWN).map(Pages.Page::evidence).toList()))
                : Stream.empty();
    }

    private static boolean isHarmless(Pages pages, Pages.Page page) {
        boolean shown =
                page.landing().state() == Landing.State.OK || page.landing().state() == Landing.State.FORM;
        return shown
                && page.landing().notice().isEmpty()
                && page.secrets().isEmpty()
                && pages.isOwn(page.landing().url());
    }
}
