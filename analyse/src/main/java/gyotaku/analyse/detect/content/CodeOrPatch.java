package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The text holds a patch, a log or program code: people at work.
@AutoService(Check.class)
@Detector(
        id = "code-or-patch",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class CodeOrPatch implements Check {

    private static final Text SAYS =
            Text.of("本文に、プログラムの差分・コード・ログが含まれています:「{0}」", "The text holds a patch, program code or a log: “{0}”");

    private static final int ENOUGH = 3;
    private static final int LINES = 2_000;
    private static final List<String> STARTS = List.of(
            "diff -",
            "@@ -",
            "+++ ",
            "--- a/",
            "index ",
            "#include",
            "import ",
            "def ",
            "public class",
            "private ",
            "static ",
            "struct ",
            "return ",
            "if (",
            "for (",
            "while (",
            "#!/",
            "$ ",
            "# ",
            "sudo ",
            "error:",
            "warning:",
            "traceback",
            "    at ",
            "\tat ",
            "exception in",
            "<virtualhost",
            "rewriterule",
            "my $",
            "int ",
            "void ",
            "commit ");

    @Override
    public Stream<Finding> examine(Subject subject) {
        List<String> lines = subject.mail()
                .body()
                .visible()
                .lines()
                .limit(LINES)
                .map(line -> line.startsWith(">") ? line.replaceFirst("^[> ]{1,10}", "") : line)
                .filter(CodeOrPatch::isCode)
                .limit(ENOUGH)
                .toList();
        return Stream.of(lines)
                .filter(found -> found.size() >= ENOUGH && subject.posedBrand().isEmpty())
                .map(found -> finding(
                        SAYS.with(shortened(found.getFirst())),
                        new Evidence.InSample(
                                "text", subject.mail().body().span(), shortened(found.getFirst()), Trust.CLAIMED)));
    }

    private static boolean isCode(String line) {
        String lower = line.length() > 200 ? "" : line.toLowerCase(Locale.ROOT);
        String bare = lower.strip();
        boolean ends = bare.endsWith(";") && (bare.contains("(") || bare.contains("="))
                || bare.equals("{")
                || bare.equals("}")
                || bare.endsWith(") {");
        return ends
                || STARTS.stream()
                        .anyMatch(start -> lower.startsWith(start) || start.length() > 5 && bare.startsWith(start));
    }

    private static String shortened(String line) {
        return line.strip().substring(0, Math.min(60, line.strip().length()));
    }
}
