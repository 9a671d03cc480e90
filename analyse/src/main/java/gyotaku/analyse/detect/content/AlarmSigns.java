package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// Alarm lamps, presents and rows of exclamation marks in the subject press the reader before he has read a word.
@AutoService(Check.class)
@Detector(id = "alarm-signs", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class AlarmSigns implements Check {

    private static final Text SAYS = Text.of(
            "件名に、警告・賞金などを示す絵文字や感嘆符の列があります:「{0}」",
            "The subject shows alarm or prize signs or rows of exclamation marks: “{0}”");

    private static final Set<Integer> SIGNS = Set.of(
            0x26A0, 0x1F6A8, 0x1F514, 0x203C, 0x2757, 0x1F6AB, 0x26D4, 0x1F525, 0x1F4B0, 0x1F4B8, 0x1F4B2, 0x1F4B5,
            0x1F4B6, 0x1F381, 0x1F3B0, 0x1F48E, 0x1F3C6, 0x1F4A5, 0x1F911, 0x1F3AF, 0x1F4E2, 0x1F198, 0x23F0, 0x23F3);

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.mail().subject();
        boolean signs = text.codePoints().anyMatch(SIGNS::contains);
        boolean rows = text.contains("!!!") || text.contains("！！！");
        return Stream.of(text)
                .filter(_ -> signs || rows)
                .flatMap(_ -> new Parties(subject)
                        .header("Subject").stream().map(header -> finding(SAYS.with(text), header)));
    }
}
