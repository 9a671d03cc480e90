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

/// A file that runs when it is opened.
@AutoService(Check.class)
@Detector(id = "runnable-attachment", family = Family.ATTACHMENT, severity = Finding.Severity.HIGH)
public final class RunnableAttachment implements Check {

    private static final Text SAYS =
            Text.of("開くとプログラムとして動く添付ファイル「{0}」があります。", "The attachment “{0}” runs as a program when it is opened.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().attachments().stream()
                .filter(file -> RUN.contains(extension(file.name())) || PROGRAMS.contains(file.looksLike()))
                .map(file -> finding(SAYS.with(file.name()), file.evidence()));
    }

    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload", "application/vnd.microsoft.portable-executable", "application/x-dosexec");

    private static final Set<String> RUN = Set.of(
            "exe",
            "scr",
            "com",
            "pif",
            "bat",
            "cmd",
            "js",
            "jse",
            "vbs",
            "vbe",
            "wsf",
            "hta",
            "lnk",
            "msi",
            "ps1",
            "jar",
            "cpl",
            "iso",
            "img",
            "vhd",
            "one",
            "chm",
            "reg",
            "application");

    private static String extension(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('.') + 1);
    }
}
