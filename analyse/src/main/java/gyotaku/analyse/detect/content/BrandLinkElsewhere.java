package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// A mail in a brand's name leads to hosts that are not the brand's.
@AutoService(Check.class)
@Detector(id = "brand-link-elsewhere", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class BrandLinkElsewhere implements Check {

    private static final Text SAYS =
            Text.of("リンク先 {0} は{1}の正規ドメイン({2})ではありません。", "The link leads to {0}, which is not a domain of {1} ({2}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.posedBrand().stream()
                .flatMap(brand -> subject.mail().links().stream()
                        .filter(link ->
                                link.context().isFollowed() && link.target().isWeb())
                        .filter(link -> !isOwn(link, brand))
                        .limit(1)
                        .map(link -> finding(
                                SAYS.with(
                                        link.target().host(),
                                        brand.name(),
                                        brand.official().getFirst()),
                                link.evidence(),
                                brand.evidence().getLast())));
    }

    private static boolean isOwn(Link link, Brand brand) {
        return link.target()
                .domain()
                .filter(host -> brand.official().stream().map(DomainName::new).anyMatch(host::within))
                .isPresent();
    }
}
