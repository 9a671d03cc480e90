package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The file's name is a drawn token: a machine gives each mail of a flood another.
@AutoService(Check.class)
@Detector(id = "random-file-name", family = Family.ATTACHMENT, severity = Finding.Severity.LOW)
public final class RandomFileName implements Check {

    private static final Text SAYS =
            Text.of("添付ファイル名「{0}」は、意味のない文字列です。", "The file name “{0}” is a token without meaning.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().attachments().stream()
                .filter(file -> isDrawn(file.name()))
                .limit(1)
                .map(file -> finding(SAYS.with(file.name()), file.evidence()));
    }

    private static boolean isDrawn(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return Stream.of(stem.split("[^A-Za-z0-9]+", -1)).anyMatch(word -> changes(word) >= 5);
    }

    private static int changes(String word) {
        int changes = 0;
        for (int i = 1; i < word.length() && word.length() >= 8 && word.length() <= 200; i++) {
            changes += Character.isUpperCase(word.charAt(i)) != Character.isUpperCase(word.charAt(i - 1)) ? 1 : 0;
        }
        return word.chars().anyMatch(c -> c >= 'g' && c <= 'z') ? changes : 0;
    }
}
