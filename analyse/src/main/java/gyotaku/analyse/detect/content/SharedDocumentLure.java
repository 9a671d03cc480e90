package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A document, voice mail, fax or signature is said to wait behind a link: the page takes the company's log-in.
@AutoService(Check.class)
@Detector(id = "lure-shared-document", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class SharedDocumentLure implements Check {

    private static final Text SAYS = Text.of(
            "共有文書・留守電・FAX・電子署名の通知を装っています:{0}", "It pretends that a document, voice mail, fax or signature waits: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("shared-document", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
