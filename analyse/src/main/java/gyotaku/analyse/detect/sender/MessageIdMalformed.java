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

/// The Message-ID does not have the shape that mail programs give it (RFC 5322 section 3.6.4), or its mark of
/// filling in was left.
@AutoService(Check.class)
@Detector(id = "message-id-malformed", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class MessageIdMalformed implements Check {

    private static final Text SAYS = Text.of(
            "Message-ID「{0}」の形が、通常のメールソフトのものではありません。",
            "The Message-ID “{0}” has no shape that a mail program gives it.");

    private static final int SHOWN = 100;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().header("Message-ID").stream()
                .filter(header ->
                        !header.body().isBlank() && isOdd(header.body().strip()))
                .map(header -> finding(
                        SAYS.with(header.value()
                                .strip()
                                .substring(
                                        0,
                                        Math.min(SHOWN, header.value().strip().length()))),
                        header.evidence(Trust.CLAIMED)));
    }

    private static boolean isOdd(String id) {
        int at = id.indexOf('@');
        boolean framed = id.startsWith("<") && id.endsWith(">") && id.length() > 2;
        boolean filled = id.indexOf('[') >= 0 && id.indexOf("@[") < 0
                || id.indexOf('{') >= 0
                || id.indexOf('%') >= 0 && id.indexOf("%%") >= 0;
        return !framed || at < 0 || id.indexOf('@', at + 1) > 0 || id.chars().anyMatch(c -> c <= ' ') || filled;
    }
}
