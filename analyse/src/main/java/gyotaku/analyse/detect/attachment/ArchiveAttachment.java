package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A packed file: its content passes many filters unseen.
@AutoService(Check.class)
@Detector(id = "archive-attachment", family = Family.ATTACHMENT, severity = Finding.Severity.LOW)
public final class ArchiveAttachment implements Check {

    private static final Text SAYS = Text.of("圧縮された添付ファイル「{0}」があります。", "The attachment “{0}” is packed.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().attachments().stream()
                .filter(file -> PACKED.contains(extension(file.name())))
                .map(file -> finding(SAYS.with(file.name()), file.evidence()));
    }

    private static final Set<String> PACKED = Set.of("zip", "rar", "7z", "gz", "tar", "cab", "ace", "arj", "lzh", "xz");

    private static String extension(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('.') + 1);
    }
}
