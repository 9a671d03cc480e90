package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A few words and a file: what is to be read stands where filters look less.
@AutoService(Check.class)
@Detector(id = "file-instead-of-text", family = Family.ATTACHMENT, severity = Finding.Severity.LOW)
public final class FileInsteadOfText implements Check {

    private static final Text SAYS = Text.of(
            "本文は {0} 字だけで、内容は添付ファイル「{1}」の中にあります。",
            "The text has only {0} characters; what is to be read stands in the file “{1}”.");

    private static final int SHORT_TEXT = 140;
    private static final List<String> READ =
            List.of(".pdf", ".htm", ".html", ".svg", ".docx", ".doc", ".xlsx", ".one", ".ics");

    @Override
    public Stream<Finding> examine(Subject subject) {
        int letters = subject.wording().body().text().length();
        boolean answered = subject.mail().header("In-Reply-To").isPresent();
        return subject.mail().attachments().stream()
                .filter(_ -> letters <= SHORT_TEXT && !answered)
                .filter(file -> READ.stream().anyMatch(file.name().toLowerCase(Locale.ROOT)::endsWith))
                .limit(1)
                .map(file -> finding(SAYS.with(letters, file.name()), file.evidence()));
    }
}
