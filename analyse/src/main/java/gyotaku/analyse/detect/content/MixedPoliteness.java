package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// A notice that is polite in one sentence speaks bluntly to its reader in the next: no company writes to customers
/// so.
@AutoService(Check.class)
@Detector(id = "mixed-politeness", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class MixedPoliteness implements Check {

    private static final Text SAYS = Text.of(
            "丁寧な文面の中に、企業が顧客に使わないぞんざいな言い方があります:「{0}」",
            "A polite Japanese notice also speaks bluntly to its reader: “{0}”");

    private static final List<String> POLITE = List.of("お客様", "いたします", "ございます", "くださいませ", "申し上げ");
    private static final List<String> BLUNT = List.of(
            "あなたの",
            "あなたは",
            "あなたに",
            "してください。さもないと",
            "しなければならない。",
            "君の",
            "すること！",
            "しろ。",
            "である。あなた",
            "だよ。",
            "だね。",
            "しなさい");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.wording().body().text();
        long polite = POLITE.stream().filter(text::contains).count();
        return BLUNT.stream()
                .filter(_ -> polite >= 2)
                .flatMap(words -> Stream.of(text.indexOf(words))
                        .filter(at -> at >= 0)
                        .map(at -> new int[] {at, at + words.length()}))
                .limit(1)
                .map(at -> finding(
                        SAYS.with(subject.wording().body().excerpt(at[0], at[1], 6)),
                        subject.wording().evidence(Wording.Place.BODY, at[0], at[1])));
    }
}
