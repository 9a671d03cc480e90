package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

/// The page’s certificate began at most 7 days before receipt.
@AutoService(Check.class)
@Detector(id = "page-certificate-young", family = Family.PAGE, severity = Finding.Severity.LOW)
public final class PageCertificateYoung implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} の証明書は、受信の {1} 日前に有効になったばかりです。", "The certificate of {0} began only {1} days before receipt.");

    private static final int DAYS = 7;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().receivedAt().map(OffsetDateTime::toInstant).stream()
                .flatMap(received -> new Pages(subject)
                        .foreign()
                        .flatMap(page -> page.landing().tls().stream()
                                .map(tls -> Duration.between(tls.notBefore(), received))
                                .filter(age -> !age.isNegative() && age.toDays() <= DAYS)
                                .map(age -> finding(
                                        SAYS.with(Pages.shown(page.landing().url()), age.toDays()), page.evidence()))));
    }
}
