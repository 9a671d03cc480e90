package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// The sender's domain is a corner of a platform where anybody opens one: free hosting, a trial tenant, a help
/// desk.
@AutoService(Check.class)
@Detector(id = "sender-on-platform", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class SenderOnPlatform implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} は、だれでもすぐに開設できるサービスの一部です。",
            "The sender’s domain {0} is a corner of a service where anybody opens one.");

    private static final Set<String> PLATFORMS = Set.of(
            "onmicrosoft.com",
            "zendesk.com",
            "freshdesk.com",
            "atlassian.net",
            "myshopify.com",
            "shopifyemail.com",
            "wixforms.com",
            "wixinvoices.com",
            "godaddysites.com",
            "us.com",
            "uk.com",
            "it.com",
            "eu.com",
            "gb.net",
            "de.com",
            "cn.com",
            "ru.com",
            "sa.com",
            "za.com",
            "jpn.com",
            "in.net");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.mail().from().stream()
                .flatMap(from -> from.domain().stream())
                .filter(domain -> Hosts.within(domain.ascii(), PLATFORMS)
                        || Hosts.within(domain.ascii(), Hosts.bundled().pageHosts()))
                .flatMap(domain -> parties.header("From").stream().map(header -> finding(SAYS.with(domain), header)));
    }
}
