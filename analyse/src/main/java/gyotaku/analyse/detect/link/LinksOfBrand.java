package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.brand.BrandEntry;
import gyotaku.analyse.brand.BrandMention;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// From names a brand's own domain, and every link leads to that brand: whoever forged the sender would gain nothing.
/// Counter-evidence that does not rest on authentication, which breaks when mail is forwarded.
@AutoService(Check.class)
@Detector(
        id = "links-of-brand",
        family = Family.LINK,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class LinksOfBrand implements Check {

    private static final Text SAYS =
            Text.of("リンク先はすべて{0}の正規ドメインの中です（{1} など）。", "Every link leads to a domain of {0} itself (such as {1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        List<Link> links = new Targets(subject).web().toList();
        Optional<BrandEntry> brand = subject.mention()
                .filter(BrandMention::genuine)
                .flatMap(mention -> BrandBook.bundled().brand(mention.brand().id()));
        return brand.filter(entry -> leadHome(entry, links)).stream()
                .flatMap(entry -> links.stream()
                        .limit(1)
                        .map(link ->
                                finding(SAYS.with(entry.name(), link.target().host()), link.evidence())));
    }

    private static boolean leadHome(BrandEntry brand, List<Link> links) {
        return links.stream().allMatch(link -> BrandBook.leadsTo(brand, link));
    }
}
