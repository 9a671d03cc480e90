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

/// A locked file whose password the same mail names: filters cannot look into it, the reader can.
@AutoService(Check.class)
@Detector(id = "locked-attachment", family = Family.ATTACHMENT, severity = Finding.Severity.LOW)
public final class LockedAttachment implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイル「{0}」は暗号化されていますが、このメールから分かるパスワードで開けます。",
            "The attachment “{0}” is encrypted, but opens by a password that this mail gives.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .flatMap(file -> file.traits(Trait.Kind.PASSWORD_OPENED).stream()
                        .limit(1)
                        .map(trait -> finding(SAYS.with(file.path()), file.evidence(trait))));
    }
}
