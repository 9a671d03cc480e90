package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.Locale;
import java.util.stream.Stream;

/// The name of the recipient’s mailbox stands in the sender’s address or name, as in mails made by machine for each
/// recipient.
@AutoService(Check.class)
@Detector(id = "recipient-in-sender", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class RecipientInSender implements Check {

    private static final Text SAYS = Text.of(
            "送信者の表示名またはアドレスに、受信者のアドレスの一部（{0}）が使われています。",
            "The sender’s name or address contains the recipient’s mailbox name ({0}).");

    private static final int SHORTEST = 5;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().from().stream()
                .flatMap(from -> subject.mail().recipients().stream()
                        .filter(recipient -> !from.sameAddress(recipient) && isWithin(recipient, from))
                        .limit(1)
                        .flatMap(recipient -> new Parties(subject)
                                .header("From").stream()
                                        .map(header -> finding(SAYS.with(recipient.localPart()), header))));
    }

    private static boolean isWithin(Mailbox recipient, Mailbox from) {
        String local = recipient.localPart().toLowerCase(Locale.ROOT);
        String sender = from.localPart().toLowerCase(Locale.ROOT);
        String name = from.name().toLowerCase(Locale.ROOT);
        return local.length() >= SHORTEST
                && (sender.contains(local) && !sender.equals(local)
                        || name.contains(recipient.address().toLowerCase(Locale.ROOT)));
    }
}
