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
import java.util.Optional;
import java.util.stream.Stream;

/// Answers go to another domain than the sender’s.
@AutoService(Check.class)
@Detector(id = "reply-elsewhere", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class ReplyElsewhere implements Check {

    private static final Text SAYS =
            Text.of("返信先 {1} のドメインが、差出人 {0} のものと異なります。", "Answers go to {1}, another domain than the sender’s, {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.mail().from().stream()
                .filter(_ -> parties.listHeader().isEmpty())
                .flatMap(from -> subject.mail().replyTo().stream()
                        .filter(reply -> elsewhere(reply, parties))
                        .limit(1)
                        .flatMap(reply -> parties.header("Reply-To").stream()
                                .map(header -> finding(SAYS.with(from.address(), reply.address()), header))));
    }

    /// A list has its own address both as recipient and for answers.
    private static boolean elsewhere(Mailbox reply, Parties parties) {
        boolean list = parties.subject().mail().recipients().stream().anyMatch(reply::sameAddress);
        return !list
                && parties.registered(Optional.of(reply))
                        .filter(domain -> !parties.isFreeMail(domain))
                        .filter(domain -> !Optional.of(domain).equals(parties.from()))
                        .isPresent();
    }
}
