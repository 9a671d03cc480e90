package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/// The display name is the address of another domain: many programs show only the name.
@AutoService(Check.class)
@Detector(id = "name-holds-other-address", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class NameHoldsOtherAddress implements Check {

    private static final Text SAYS = Text.of(
            "表示名に、実際のアドレス {1} とは別のドメインのアドレス「{0}」が書かれています。",
            "The display name shows “{0}”, an address of another domain than the real {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.mail().from().stream()
                .filter(from -> parties.registered(domainIn(from.name()))
                        .filter(shown -> !Optional.of(shown).equals(parties.from()))
                        .isPresent())
                .flatMap(from -> parties.header("From").stream()
                        .map(header -> finding(SAYS.with(from.name(), from.address()), header)));
    }

    /// What follows the first `@` as far as a host name reaches.
    private static String domainIn(String name) {
        int at = name.indexOf('@');
        int end = at + 1;
        while (at >= 0 && end < name.length() && isOfHost(name.charAt(end))) {
            end++;
        }
        String host = at <= 0 ? "" : name.substring(at + 1, end);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static boolean isOfHost(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }
}
