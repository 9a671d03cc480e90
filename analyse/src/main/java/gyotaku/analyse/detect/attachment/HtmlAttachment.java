package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
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
        return Piece.of(subject.mail())
                .filter(file -> !file.isInner() || file.isPacked() && file.siblings() <= FEW)
                .filter(file -> isPage(file.name()))
                .map(file -> finding(SAYS.with(file.path()), file.evidence()));
    }

    /// A packed page is a lure when it is all that is packed; manuals and saved sites have many files.
    private static final int FEW = 3;

    private static boolean isPage(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".shtml") || name.endsWith(".svg");
    }
}
