package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The header names a mail program whose marks the mail lacks: a tool dresses up as it.
@AutoService(Check.class)
@Detector(id = "mailer-untrue", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class MailerUntrue implements Check {

    private static final Text SAYS = Text.of(
            "メールソフトとして「{0}」を名乗っていますが、そのソフトが必ず付ける特徴がありません。",
            "It calls itself a mail of “{0}”, but lacks what that program always writes.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String id = subject.mail()
                .header("Message-ID")
                .map(header -> header.body().strip())
                .orElse("");
        return subject.mail().header("X-Mailer").stream()
                .filter(header -> isUntrue(header.value(), id, subject))
                .map(header -> finding(SAYS.with(header.value()), header.evidence(Trust.CLAIMED)));
    }

    /// Outlook Express writes ids as `<000a01c2$…$…@host>` and MIMEOLE; Outlook a Thread-Index; both as Microsoft's own
    /// products do.
    private static boolean isUntrue(String mailer, String id, Subject subject) {
        boolean express = mailer.startsWith("Microsoft Outlook Express")
                || mailer.startsWith("Microsoft Windows Mail")
                || mailer.startsWith("Microsoft Windows Live Mail");
        boolean outlook = mailer.startsWith("Microsoft Outlook 1") || mailer.startsWith("Microsoft Office Outlook");
        boolean ole = subject.mail().header("X-MimeOLE").isPresent();
        boolean dollars = id.chars().filter(c -> c == '$').count() >= 2 || id.contains("@phx.gbl");
        boolean thread = subject.mail().header("Thread-Index").isPresent();
        return (express && !ole && !dollars || outlook && !thread && !dollars && !ole);
    }
}
