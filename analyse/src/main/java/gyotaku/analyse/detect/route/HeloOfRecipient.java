package gyotaku.analyse.detect.route;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/// A server from outside calls itself by a name of the recipient.
@AutoService(Check.class)
@Detector(id = "helo-of-recipient", family = Family.ROUTE, severity = Finding.Severity.MEDIUM)
public final class HeloOfRecipient implements Check {

    private static final Text SAYS = Text.of(
            "外部の送信サーバーが、受信者側のドメインの名前「{0}」を名乗りました（HELO）。",
            "A server from outside called itself “{0}” (HELO), a name of the recipient’s own domain.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return parties.entry().stream()
                .filter(hop -> isOfRecipient(parties, hop.helo()) && !isOfRecipient(parties, hop.rdns()))
                .map(hop -> finding(SAYS.with(hop.helo()), hop.evidence()));
    }

    private static boolean isOfRecipient(Parties parties, String host) {
        Optional<DomainName> owner = parties.registered(host);
        return owner.isPresent()
                && parties.subject().mail().recipients().stream()
                        .anyMatch(recipient ->
                                parties.registered(Optional.of(recipient)).equals(owner));
    }
}
