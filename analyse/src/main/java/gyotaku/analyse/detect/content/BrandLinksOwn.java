package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Polarity;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.stream.Stream;

/// A mail with a brand's domain in From, whether proven or not, leads nowhere but to that brand's own hosts and carries
/// no file: there is nothing in it to fish with. Places of the brand where anybody can put a page do not count.
@AutoService(Check.class)
@Detector(id = "brand-links-own", family = Family.LINK, severity = Finding.Severity.INFO, polarity = Polarity.AGAINST)
public final class BrandLinksOwn implements Check {

    private static final Text SAYS =
            Text.of("リンクはすべて{0}の正規ドメイン（{1} など）へのものです。", "Every link leads to domains of {0} itself, as {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        List<Link> links = subject.mail().links().stream()
                .filter(link -> link.context().isFollowed() && link.target().isWeb())
                .toList();
        return links.isEmpty() || !subject.mail().attachments().isEmpty()
                ? Stream.empty()
                : subject.posedBrand().stream()
                        .filter(brand -> isSender(subject, brand))
                        .filter(brand -> links.stream().allMatch(link -> isOwn(link, brand)))
                        .map(brand -> finding(
                                SAYS.with(
                                        brand.name(), links.getFirst().target().host()),
                                links.getFirst().evidence(),
                                brand.evidence().getLast()));
    }

    private static boolean isSender(Subject subject, Brand brand) {
        return subject.mail()
                .from()
                .flatMap(from -> from.domain())
                .filter(from -> within(from, brand))
                .isPresent();
    }

    private static boolean isOwn(Link link, Brand brand) {
        Hosts hosts = Hosts.bundled();
        String host = link.target().host();
        return link.target().domain().filter(name -> within(name, brand)).isPresent()
                && Stream.of(
                                hosts.redirectors(),
                                hosts.shorteners(),
                                hosts.pageHosts(),
                                hosts.fileHosts(),
                                hosts.formServices())
                        .noneMatch(open -> Hosts.within(host, open));
    }

    private static boolean within(DomainName name, Brand brand) {
        return brand.official().stream().map(DomainName::new).anyMatch(name::within);
    }
}
