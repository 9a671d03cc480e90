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

/// A page that puts a file together when it is opened: the file itself never passes a filter (HTML smuggling).
@AutoService(Check.class)
@Detector(id = "page-builds-file", family = Family.ATTACHMENT, severity = Finding.Severity.HIGH)
public final class PageBuildsFile implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイル「{0}」は、ブラウザーで開くとその場でファイルを組み立てる Web ページです（{1}）。",
            "The attachment “{0}” is a page that builds a file when a browser opens it ({1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .flatMap(file -> file.traits(Trait.Kind.SMUGGLING).stream()
                        .limit(1)
                        .map(trait -> finding(SAYS.with(file.path(), trait.detail()), file.evidence(trait))));
    }
}
