package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The page’s certificate does not validate: self-signed, expired, or for another name.
@AutoService(Check.class)
@Detector(id = "page-certificate-invalid", family = Family.PAGE, severity = Finding.Severity.MEDIUM)
public final class PageCertificateInvalid implements Check {

    private static final Text SAYS =
            Text.of("リンク先 {0} の証明書は有効ではありません（{1}）。", "The certificate of {0} is not valid ({1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Pages(subject)
                .foreign()
                .flatMap(page -> page.landing().tls().stream()
                        .filter(tls -> !tls.fault().isEmpty())
                        .map(tls ->
                                finding(SAYS.with(Pages.shown(page.landing().url()), tls.fault()), page.evidence())));
    }
}
