package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.stream.Stream;

/// From holds no address that could exist: the mail was made by a tool that hides its sender.
@AutoService(Check.class)
@Detector(id = "impossible-sender", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class ImpossibleSender implements Check {

    private static final Text SAYS =
            Text.of("差出人（From）に、実在し得ないアドレスが書かれています:「{0}」", "From holds no address that could exist: “{0}”");

    private static final int SHOWN = 120;

    @Override
    public Stream<Finding> examine(Subject subject) {
        boolean impossible = subject.mail()
                .from()
                .filter(from -> isImpossible(from) && !isAsRecipient(from, subject))
                .isPresent();
        return subject.mail().header("From").stream()
                .filter(header -> impossible || isDouble(header.value()))
                .filter(header -> !header.value().isBlank())
                .map(header -> finding(SAYS.with(shortened(header.value())), header.evidence(Trust.CLAIMED)));
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(SHOWN, value.length()));
    }

    private static boolean isImpossible(Mailbox from) {
        String domain = from.address().substring(from.address().lastIndexOf('@') + 1);
        boolean odd = domain.chars().anyMatch(c -> ",;%'\"()<> ".indexOf(c) >= 0) || domain.startsWith("-");
        return from.address().indexOf('@') > 0
                && (from.domain().isEmpty() && !domain.startsWith("[") || odd || !domain.contains("."));
    }

    /// Where the reader has an address of that kind himself, as in a network of its own, or after somebody wrote over
    /// the
    /// reader's address, it says nothing.
    private static boolean isAsRecipient(Mailbox from, Subject subject) {
        return subject.mail().recipients().stream()
                .map(Mailbox::address)
                .filter(address -> address.indexOf('@') > 0)
                .anyMatch(address -> from.address().contains(address)
                        || from.address().endsWith(address.substring(address.lastIndexOf('@'))));
    }

    /// Two addresses in angle brackets that no comma parts.
    private static boolean isDouble(String value) {
        int first = value.indexOf('<');
        int second = value.indexOf('<', first + 1);
        return first >= 0 && second > 0 && value.lastIndexOf(',', second) < first && value.indexOf('"', first) < 0;
    }
}
