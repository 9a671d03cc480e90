package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.stream.Stream;

/// The only way on is a QR code: it moves the reader to a phone, past the filters.
@AutoService(Check.class)
@Detector(id = "qr-code-only", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class QrCodeOnly implements Check {

    private static final Text SAYS =
            Text.of("誘導先が QR コードだけで示されています（{0}）。", "The only way on is a QR code, which leads to {0}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        boolean only = targets.web().allMatch(link -> link.context() == Link.Context.QR_CODE);
        return targets.web()
                .filter(link -> only)
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
