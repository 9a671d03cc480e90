package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Attachment;
import java.util.Set;
import java.util.stream.Stream;

/// The file is something else than its label says.
@AutoService(Check.class)
@Detector(id = "attachment-type-mismatch", family = Family.ATTACHMENT, severity = Finding.Severity.MEDIUM)
public final class TypeMismatch implements Check {

    private static final Text SAYS =
            Text.of("添付ファイル「{0}」は {1} とされていますが、中身は {2} です。", "The attachment “{0}” is labelled {1} but is {2}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().attachments().stream()
                .filter(file -> differs(file))
                .map(file -> finding(SAYS.with(file.name(), file.type(), file.looksLike()), file.evidence()));
    }

    private static final Set<String> VAGUE =
            Set.of("application/octet-stream", "text/plain", "application/x-download", "");

    /// Only kinds that cannot be mistaken for each other: a picture is no program, a PDF no archive.
    private static boolean differs(Attachment file) {
        return !file.looksLike().isEmpty()
                && !VAGUE.contains(file.type())
                && !kind(file.type()).isEmpty()
                && !kind(file.looksLike()).isEmpty()
                && !kind(file.type()).equals(kind(file.looksLike()));
    }

    private static String kind(String type) {
        if (type.startsWith("image/")) {
            return "image";
        }
        return switch (type) {
            case "application/pdf" -> "pdf";
            case "text/html" -> "html";
            case "application/x-msdownload", "application/vnd.microsoft.portable-executable" -> "program";
            default -> "";
        };
    }
}
