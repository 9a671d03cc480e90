package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Trait;
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
        Stream<Finding> labelled = subject.mail().attachments().stream()
                .filter(file -> differs(file))
                .map(file -> finding(SAYS.with(file.name(), file.type(), file.looksLike()), file.evidence()));
        Stream<Finding> named = Piece.of(subject.mail())
                .filter(file -> file.isInner() && PROGRAMS.contains(file.kind()))
                .flatMap(file -> file.traits(Trait.Kind.OTHER_KIND).stream()
                        .map(trait -> finding(NAMED.with(file.path(), file.kind()), file.evidence(trait))));
        return Stream.concat(labelled, named);
    }

    /// Within a file there is no label, only a name; Office files under each other's names harm nobody.
    private static final Text NAMED =
            Text.of("添付ファイルの中の「{0}」は、名前と異なり中身は {1} です。", "“{0}” inside the attachment is {1}, unlike its name.");

    private static final Set<String> PROGRAMS = Set.of(
            "application/vnd.microsoft.portable-executable", "application/x-script", "application/x-ms-shortcut");

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
