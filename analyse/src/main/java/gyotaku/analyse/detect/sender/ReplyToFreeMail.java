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

/// Answers go to a free mailbox of another name than the sender’s.
@AutoService(Check.class)
@Detector(id = "reply-to-free-mail", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class ReplyToFreeMail implements Check {

    private static final Text SAYS = Text.of(
            "返信先が、差出人 {0} とは別のフリーメール {1} になっています。", "Replies go to the free mailbox {1}, not to the sender {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.mail().from().stream()
                .flatMap(from -> subject.mail().replyTo().stream()
                        .filter(reply ->
                                !reply.sameAddress(from) && parties.listHeader().isEmpty())
                        .filter(reply -> parties.registered(Optional.of(reply))
                                .filter(parties::isFreeMail)
                                .isPresent())
                        .filter(reply -> !parties.registered(Optional.of(reply)).equals(parties.from()))
                        .limit(1)
                        .flatMap(reply -> parties.header("Reply-To").stream()
                                .map(header -> finding(SAYS.with(from.address(), reply.address()), header))));
    }
}
