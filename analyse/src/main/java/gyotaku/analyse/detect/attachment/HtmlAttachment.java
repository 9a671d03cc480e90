package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Attachment;
import java.util.Locale;
import java.util.stream.Stream;

/// A web page as a file: it opens in the browser, past the mail filter.
@AutoService(Check.class)
@Detector(id = "html-attachment", family = Family.ATTACHMENT, severity = Finding.Severity.MEDIUM)
public final class HtmlAttachment implements Check {

    private static final Text SAYS = Text.of(
            "Web ページの添付ファイル「{0}」があります（開くとブラウザーで偽のページが動く手口があります）。",
            "The attachment “{0}” is a web page, which can act as a fake site in the browser.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().attachments().stream()
                .filter(file -> isPage(file))
                .map(file -> finding(SAYS.with(file.name()), file.evidence()));
    }

    private static boolean isPage(Attachment file) {
        String name = file.name().strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".shtml") || name.endsWith(".svg");
    }
}
