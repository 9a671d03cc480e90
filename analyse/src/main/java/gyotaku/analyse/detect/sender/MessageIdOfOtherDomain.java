package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/// The Message-ID names another domain than From and envelope.
@AutoService(Check.class)
@Detector(id = "message-id-of-other-domain", family = Family.SENDER, severity = Finding.Severity.INFO)
public final class MessageIdOfOtherDomain implements Check {

    private static final Text SAYS = Text.of(
            "Message-ID のドメイン {0} が、差出人のドメイン {1} と異なります。", "The Message-ID names {0}, not the sender’s domain {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        Optional<DomainName> id =
                subject.mail().header("Message-ID").flatMap(header -> parties.registered(domain(header.body())));
        return parties.from().stream()
                .flatMap(from -> id.stream()
                        .filter(other -> !other.equals(from)
                                && !Mailers.bundled().send(other.ascii())
                                && !Optional.of(other).equals(parties.envelope())
                                && !parties.isProven())
                        .flatMap(other -> parties.header("Message-ID").stream()
                                .map(header -> finding(SAYS.with(other, from), header))));
    }

    private static String domain(String body) {
        String bare = body.strip();
        int at = bare.lastIndexOf('@');
        int end = bare.indexOf('>', at + 1);
        return at < 0 || end < 0 || end - at > 254 ? "" : bare.substring(at + 1, end);
    }
}
