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

/// A document that fetches its template or an object from elsewhere: what is harmful comes only when it is opened.
@AutoService(Check.class)
@Detector(id = "document-loads-from-outside", family = Family.ATTACHMENT, severity = Finding.Severity.MEDIUM)
public final class DocumentLoadsFromOutside implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイル「{0}」は、開くと外部から読み込みを行います（{1}）。",
            "The attachment “{0}” loads something from outside when it is opened ({1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .filter(file -> !file.isPage())
                .flatMap(file -> file.traits(Trait.Kind.EXTERNAL_TEMPLATE, Trait.Kind.EXTERNAL_LOAD).stream()
                        .filter(trait -> !trait.detail().startsWith("image: "))
                        .limit(1)
                        .map(trait -> finding(SAYS.with(file.path(), trait.detail()), file.evidence(trait))));
    }
}
