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

/// Answers go to another domain than the one that writes: the address in From was borrowed.
@AutoService(Check.class)
@Detector(id = "reply-to-elsewhere", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class ReplyToElsewhere implements Check {

    private static final Text SAYS =
            Text.of("返信先 {0} が、差出人 {1} とは別のドメインです。", "Replies go to {0}, another domain than the sender’s {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        boolean discussed = subject.mail().header("In-Reply-To").isPresent()
                || subject.mail().subject().indexOf('[') >= 0;
        return subject.mail().from().stream()
                .filter(_ -> !discussed
                        && parties.listHeader().isEmpty()
                        && parties.from().isPresent())
                .flatMap(from -> subject.mail().replyTo().stream()
                        .filter(reply -> parties.registered(Optional.of(reply)).isPresent()
                                && !parties.registered(Optional.of(reply)).equals(parties.from()))
                        .limit(1)
                        .flatMap(reply -> parties.header("Reply-To").stream()
                                .map(header -> finding(SAYS.with(reply.address(), from.address()), header))));
    }
}
