package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Trait;
import java.util.Set;
import java.util.stream.Stream;

/// A program that is packed, so that filters and warnings do not see it.
@AutoService(Check.class)
@Detector(id = "program-in-archive", family = Family.ATTACHMENT, severity = Finding.Severity.HIGH)
public final class ProgramInArchive implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイルの中に、開くとプログラムとして動くファイル「{0}」があります。",
            "Inside the attachment lies “{0}”, which runs as a program when it is opened.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .filter(Piece::isInner)
                .filter(file -> !CODE.contains(file.container()))
                .flatMap(file -> file.traits(Trait.Kind.PROGRAM).stream()
                        .limit(1)
                        .map(trait -> finding(SAYS.with(file.path()), file.evidence(trait))))
                .limit(MOST);
    }

    /// Programs are what those consist of.
    private static final Set<String> CODE =
            Set.of("application/java-archive", "application/vnd.android.package-archive");

    /// A packed project has hundreds of scripts.
    private static final int MOST = 5;
}
