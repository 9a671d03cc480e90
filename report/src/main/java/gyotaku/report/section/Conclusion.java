package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.finding.Finding;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Bullets;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The verdict, what carries it, what speaks against it, and what it would take to change it.
@AutoService(Section.class)
public final class Conclusion implements Section {

    private static final int SHOWN = 8;

    @Override
    public int order() {
        return 160;
    }

    @Override
    public String anchor() {
        return "conclusion";
    }

    @Override
    public Text title() {
        return Text.of("まとめ", "Conclusion");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.para(Overview.verdict(brief)));
        list(blocks, "判定を支える所見", "What carries it", carrying(brief));
        list(blocks, "判定に反する所見", "What speaks against it", brief.benign() ? brief.against() : brief.inFavour());
        if (!brief.verdict().without().isEmpty()) {
            blocks.add(Block.heading("判定が変わる条件", "What would change it"));
            blocks.add(Block.para(Statement.say(
                    evidence(brief.verdict().without()),
                    Inline.phrase(
                            "次の{0}件の所見がなければ、判定は変わります。",
                            "The verdict would be another without the following findings ({0}):",
                            Inline.number(brief.verdict().without().size())))));
            blocks.add(bullets(brief.verdict().without()));
        }
        brief.analysis()
                .failures()
                .forEach(failure -> blocks.add(Block.para(Statement.gap(
                        Text.same(failure.problem()),
                        Inline.phrase(
                                "検査「{0}」は失敗しました。その結果は含まれていません。",
                                "The check “{0}” broke; its result is not included.", Inline.code(failure.rule()))))));
        return blocks;
    }

    private static List<Finding> carrying(Brief brief) {
        return Stream.concat(
                        brief.verdict().because().stream(), brief.benign() ? brief.inFavour().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private static void list(List<Block> blocks, String ja, String en, List<Finding> findings) {
        if (!findings.isEmpty()) {
            blocks.add(Block.heading(ja, en));
            blocks.add(bullets(OncePerFact.of(findings)));
        }
    }

    private static Block bullets(List<Finding> findings) {
        return new Bullets(findings.stream()
                .limit(SHOWN)
                .map(finding -> Block.para(Telling.finding(finding)))
                .toList());
    }

    private static List<Evidence> evidence(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.evidence().stream()).toList();
    }
}
