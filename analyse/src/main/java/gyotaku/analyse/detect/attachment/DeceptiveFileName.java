package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Trait;
import java.util.List;
import java.util.stream.Stream;

/// A name that shows another than the real one, or leads out of the folder that it is unpacked into.
@AutoService(Check.class)
@Detector(id = "deceptive-file-name", family = Family.ATTACHMENT, severity = Finding.Severity.HIGH)
public final class DeceptiveFileName implements Check {

    private static final Text SAYS = Text.of(
            "ファイル名「{0}」は、見た目と実際が異なるか、展開先の外を指すように作られています。",
            "The file name “{0}” shows another than the real one, or leads out of its folder.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .flatMap(file -> traits(file).stream()
                        .limit(1)
                        .map(trait -> finding(SAYS.with(trait.detail()), file.evidence(trait))));
    }

    /// Old mail programs name an attachment by its whole path: outside of an archive that leads nowhere.
    private static List<Trait> traits(Piece file) {
        return file.isInner()
                ? file.traits(Trait.Kind.DECEPTIVE_NAME, Trait.Kind.PATH_ESCAPE)
                : file.traits(Trait.Kind.DECEPTIVE_NAME);
    }
}
