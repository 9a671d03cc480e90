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
import java.util.stream.Stream;

/// A Japanese notice was written with a mail program that is used in China and hardly by companies in Japan.
@AutoService(Check.class)
@Detector(id = "mailer-of-abroad", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class MailerOfAbroad implements Check {

    private static final Text SAYS = Text.of(
            "日本語のメールですが、日本の企業がほとんど使わないメールソフト（{0}）で作られています。",
            "The mail is Japanese, but was made with a mail program hardly used by companies in Japan ({0}).");

    private static final List<String> ABROAD =
            List.of("foxmail", "qqmail", "coremail", "dreammail", "supmailer", "[cn]", "fsmail");

    @Override
    public Stream<Finding> examine(Subject subject) {
        boolean japanese = subject.wording()
                        .read()
                        .chars()
                        .filter(c -> c >= 0x3041 && c <= 0x30FA)
                        .limit(20)
                        .count()
                == 20;
        return Stream.of("X-Mailer", "User-Agent")
                .flatMap(name -> subject.mail().header(name).stream())
                .filter(header ->
                        japanese && ABROAD.stream().anyMatch(header.value().toLowerCase(Locale.ROOT)::contains))
                .limit(1)
                .map(header -> finding(SAYS.with(header.value()), header.evidence(Trust.CLAIMED)));
    }
}
