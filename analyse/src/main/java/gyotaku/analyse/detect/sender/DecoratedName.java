package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The display name is dressed up with pictures or rows of marks, to stand out among the reader's mails.
@AutoService(Check.class)
@Detector(id = "decorated-name", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class DecoratedName implements Check {

    private static final Text SAYS = Text.of(
            "差出人名「{0}」が、絵文字や記号の列で飾られています。", "The sender’s name “{0}” is dressed up with pictures or rows of marks.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().from().stream()
                .filter(from -> isDecorated(from.name()))
                .flatMap(from -> new Parties(subject)
                        .header("From").stream().map(header -> finding(SAYS.with(from.name()), header)));
    }

    private static boolean isDecorated(String name) {
        boolean pictures = name.codePoints().anyMatch(c -> c >= 0x1F300 && c <= 0x1FAFF || c >= 0x2600 && c <= 0x27BF);
        int rows = 0;
        for (int i = 1; i < name.length(); i++) {
            rows += isMark(name.charAt(i)) && isMark(name.charAt(i - 1)) ? 1 : 0;
        }
        boolean framed = name.length() > 2 && isMark(name.charAt(0)) && isMark(name.charAt(name.length() - 1));
        return pictures || rows > 0 || framed;
    }

    private static boolean isMark(char c) {
        return "_*~#=+|<>!.-".indexOf(c) >= 0;
    }
}
