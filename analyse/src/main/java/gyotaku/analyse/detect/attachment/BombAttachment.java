package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Trait;
import java.util.stream.Stream;

/// A file that was made to fill whoever unpacks it.
@AutoService(Check.class)
@Detector(id = "bomb-attachment", family = Family.ATTACHMENT, severity = Finding.Severity.MEDIUM)
public final class BombAttachment implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイル「{0}」は、展開すると異常に大きくなるように作られています（{1}）。",
            "The attachment “{0}” is made to grow beyond measure when it is unpacked ({1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .flatMap(file -> file.traits(Trait.Kind.BOMB).stream()
                        .limit(1)
                        .map(trait -> finding(SAYS.with(file.path(), trait.detail()), file.evidence(trait))));
    }
}
