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

/// A document that does something by itself when it is opened: a macro, a script, another program.
@AutoService(Check.class)
@Detector(id = "document-runs", family = Family.ATTACHMENT, severity = Finding.Severity.HIGH)
public final class DocumentRuns implements Check {

    private static final Text SAYS = Text.of(
            "添付ファイル「{0}」は、開くと動作する仕掛けを含みます（{1}：{2}）。",
            "The attachment “{0}” acts by itself when it is opened ({1}: {2}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Piece.of(subject.mail())
                .filter(file -> !file.isPage())
                .flatMap(file -> acting(file).stream()
                        .limit(1)
                        .map(trait -> finding(
                                SAYS.with(file.path(), trait.kind().label(), Text.same(trait.detail())),
                                file.evidence(trait))));
    }

    /// Forms of PDF calculate with scripts that only set up functions: of those only what leads away or starts counts.
    private static List<Trait> acting(Piece file) {
        List<Trait> certain = file.traits(Trait.Kind.AUTO_RUN, Trait.Kind.DDE, Trait.Kind.LAUNCH);
        return certain.isEmpty() && !file.kind().equals("application/pdf")
                ? file.traits(Trait.Kind.OPEN_ACTION)
                : certain.isEmpty()
                        ? file.traits(Trait.Kind.OPEN_ACTION).stream()
                                .filter(DocumentRuns::leads)
                                .toList()
                        : certain;
    }

    private static boolean leads(Trait action) {
        return List.of("://", "URI", "Launch", "GoToR", "SubmitForm", "exportDataObject", "eval(", "unescape(").stream()
                .anyMatch(action.detail()::contains);
    }
}
