package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader's mailbox is said to be full, its password to run out, messages to be held back: the page takes the
/// password.
@AutoService(Check.class)
@Detector(id = "lure-mailbox", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class MailboxLure implements Check {

    private static final Text SAYS = Text.of(
            "メールボックスの容量・有効期限・保留メールを口実にしています:{0}",
            "It pretends that the mailbox is full, its password runs out or messages are held: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("mailbox", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
