package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// The subject says that it answers or forwards, and nothing in the mail was answered or forwarded.
@AutoService(Check.class)
@Detector(id = "reply-to-nothing", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class ReplyToNothing implements Check {

    private static final Text SAYS = Text.of(
            "件名は返信・転送を装っていますが、元のメールを示すものがありません:「{0}」",
            "The subject pretends an answer or a forward, but there is nothing that was answered: “{0}”");

    private static final List<String> STARTS = List.of(
            "re:", "re：", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "enc:", "res:", "antw:", "返信:", "回复:", "转发:");
    private static final List<String> QUOTES = List.of(
            "wrote:",
            "writes:",
            "said:",
            "from:",
            "original message",
            "forwarded",
            "schrieb",
            "von:",
            "de:",
            "da:",
            "van:",
            "a écrit",
            "a ecrit",
            "escreveu",
            "escribio",
            "ha scritto",
            "差出人",
            "送信者",
            "元のメッセージ",
            "さんは書きました",
            "在 ",
            "发件人",
            "od:",
            "от:");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String written = subject.wording().subject().text();
        boolean answers = STARTS.stream().anyMatch(written::startsWith);
        boolean thread = subject.mail().header("In-Reply-To").isPresent()
                || subject.mail().header("References").isPresent()
                || subject.mail().header("Thread-Index").isPresent();
        return subject.mail().header("Subject").stream()
                .filter(_ -> answers && !thread && !quotes(subject))
                .map(header -> finding(SAYS.with(subject.mail().subject()), header.evidence(Trust.CLAIMED)));
    }

    private static boolean quotes(Subject subject) {
        String body = subject.wording().body().text();
        boolean marked =
                subject.mail().body().visible().lines().anyMatch(line -> line.startsWith(">") || line.startsWith("|"));
        return marked
                || subject.mail().forwarded().isPresent()
                || QUOTES.stream().anyMatch(body::contains)
                || !subject.mail().attachments().isEmpty();
    }
}
