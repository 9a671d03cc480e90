package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.model.fact.Asked;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The linked page asks for secrets of the brand’s customers, on a host that is not the brand’s.
@AutoService(Check.class)
@Detector(id = "page-asks-for-secret", family = Family.PAGE, severity = Finding.Severity.HIGH)
public final class PageAsksForSecret implements Check {

    private static final Text SAYS = Text.of(
            "リンク先のページ（{0}）は {1} の公式ドメインではないのに、{2}の入力を求めています。",
            "The linked page on {0}, no domain of {1}, asks for: {2}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Pages pages = new Pages(subject);
        return subject.posedBrand().stream()
                .flatMap(brand -> pages.foreign()
                        .filter(page -> !page.secrets().isEmpty())
                        .map(page -> finding(
                                SAYS.with(
                                        Pages.shown(page.landing().url()),
                                        brand.name(),
                                        Text.of(
                                                words(page.secrets(), Lang.JA, "、"),
                                                words(page.secrets(), Lang.EN, ", "))),
                                page.evidence(),
                                page.link().evidence())));
    }

    private static String words(List<Asked> secrets, Lang lang, String between) {
        return secrets.stream().map(asked -> asked.label().in(lang)).collect(Collectors.joining(between));
    }
}
