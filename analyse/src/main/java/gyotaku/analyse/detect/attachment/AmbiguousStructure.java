package gyotaku.analyse.detect.attachment;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Defect;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The mail is built so that programs find different contents in it: what the filter sees is not what the reader gets
/// (draft-chen-email-mime-ambiguity-defense).
@AutoService(Check.class)
@Detector(id = "ambiguous-structure", family = Family.ATTACHMENT, severity = Finding.Severity.MEDIUM)
public final class AmbiguousStructure implements Check {

    private static final Text SAYS = Text.of(
            "メールの構造が曖昧で、読むプログラムによって内容が変わります。{0}。検査をすり抜ける手口として知られています。",
            "The structure of the mail is ambiguous, so programs read different contents: {0}."
                    + " This is a known way past filters.");

    private static final Text BOUNDARY =
            Text.of("パートの境界の解釈によって、異なるパートが現れます", "other parts appear by how the boundary is taken");
    private static final Text TYPE = Text.of("種類の解釈によって、隠れたパートが現れます", "hidden parts appear by how the type is taken");
    private static final Text ENCODING =
            Text.of("転送符号化の解釈によって、異なるファイルになります", "the file differs by how the transfer encoding is taken");
    private static final Text HEADER =
            Text.of("ヘッダーの終わりの解釈によって、異なる内容になります", "the content differs by where the header is taken to end");
    private static final Text NAME =
            Text.of("ファイル名の解釈によって、異なる種類のファイルに見えます", "the file looks like another kind by which name is taken");

    private static final Map<Defect.Kind, Text> READ_DIFFERENTLY = new EnumMap<>(Map.of(
            Defect.Kind.AMBIGUOUS_BOUNDARY, BOUNDARY,
            Defect.Kind.AMBIGUOUS_TYPE, TYPE,
            Defect.Kind.AMBIGUOUS_ENCODING, ENCODING,
            Defect.Kind.AMBIGUOUS_HEADER, HEADER,
            Defect.Kind.AMBIGUOUS_NAME, NAME));

    @Override
    public Stream<Finding> examine(Subject subject) {
        List<Defect> doubts = subject.mail().defects().stream()
                .filter(defect -> READ_DIFFERENTLY.containsKey(defect.kind()))
                .toList();
        return doubts.stream()
                .limit(1)
                .map(first -> finding(
                        SAYS.with(READ_DIFFERENTLY.getOrDefault(first.kind(), BOUNDARY)),
                        doubts.stream().map(AmbiguousStructure::evidence).toList()));
    }

    private static Evidence evidence(Defect defect) {
        return new Evidence.InSample("defect", defect.span(), defect.excerpt(), Trust.CLAIMED);
    }
}
