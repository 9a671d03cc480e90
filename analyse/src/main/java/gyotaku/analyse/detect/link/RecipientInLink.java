package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;

/// The recipient’s address is carried by the link, plain or encoded: the page knows who comes.
@AutoService(Check.class)
@Detector(id = "recipient-in-link", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class RecipientInLink implements Check {

    private static final Text SAYS =
            Text.of("リンクに受信者のアドレスが埋め込まれています（飛び先: {0}）。", "The link to {0} carries the recipient’s address.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> carries(subject, link.target().href()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }

    private static boolean carries(Subject subject, String href) {
        String lower = href.toLowerCase(Locale.ROOT);
        return subject.mail().recipients().stream()
                .limit(20)
                .map(Mailbox::address)
                .filter(address -> address.length() > 5)
                .anyMatch(address -> isIn(address, href, lower));
    }

    private static boolean isIn(String address, String href, String lower) {
        String plain = address.toLowerCase(Locale.ROOT);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
        return lower.contains(plain) || lower.contains(plain.replace("@", "%40")) || href.contains(base64);
    }
}
