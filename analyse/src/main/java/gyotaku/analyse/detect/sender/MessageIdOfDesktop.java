package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The Message-ID was made by a freshly installed Windows or by a rented machine that nobody gave a name.
@AutoService(Check.class)
@Detector(id = "message-id-of-desktop", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class MessageIdOfDesktop implements Check {

    private static final Text SAYS = Text.of(
            "Message-ID のホスト名「{0}」は、初期設定のままの PC やレンタルサーバーのものです。",
            "The host “{0}” in the Message-ID is a machine that nobody gave a name.");

    private static final List<String> UNNAMED = List.of("win-", "desktop-", "vmi", "ec2amaz-");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().header("Message-ID").stream()
                .flatMap(header -> host(header.body()).stream()
                        .filter(MessageIdOfDesktop::isUnnamed)
                        .map(host -> finding(SAYS.with(host), header.evidence(Trust.CLAIMED))));
    }

    private static Optional<String> host(String body) {
        int at = body.lastIndexOf('@');
        int end = body.indexOf('>', at + 1);
        return at < 0 || end < 0 || end - at > 254
                ? Optional.empty()
                : Optional.of(body.substring(at + 1, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isUnnamed(String host) {
        return UNNAMED.stream()
                .anyMatch(start -> host.startsWith(start) && (!host.contains(".") || start.equals("vmi")));
    }
}
