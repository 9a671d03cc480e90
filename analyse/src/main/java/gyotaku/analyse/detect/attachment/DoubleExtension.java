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
import java.util.Set;
import java.util.stream.Stream;

/// A name that ends like a document before its real ending.
@AutoService(Check.class)
@Detector(id = "double-extension", family = Family.ATTACHMENT, severity = Finding.Severity.HIGH)
public final class DoubleExtension implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイル「{0}」は、文書に見せかけた二重の拡張子です。",
            "The attachment “{0}” has a double extension that makes it look like a document.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .filter(file -> isDouble(file.name()))
                .map(file -> finding(SAYS.with(file.path()), file.evidence()));
    }

    private static final Set<String> SHOWN =
            Set.of("pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png", "txt", "csv", "ppt", "pptx");
    private static final Set<String> REAL = Set.of(
            "exe", "scr", "com", "pif", "bat", "cmd", "js", "vbs", "wsf", "hta", "lnk", "msi", "ps1", "jar", "html",
            "htm", "iso");

    private static boolean isDouble(String name) {
        List<String> parts = List.of(name.strip().toLowerCase(Locale.ROOT).split("\\.", -1));
        int last = parts.size() - 1;
        return last >= 2
                && SHOWN.contains(parts.get(last - 1).strip())
                && REAL.contains(parts.get(last).strip());
    }
}
