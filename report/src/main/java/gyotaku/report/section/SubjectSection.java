package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.section.Tactics.Tactic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The subject, what the receiving server stamped on it, and by what it lures.
@AutoService(Section.class)
public final class SubjectSection implements Section {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String anchor() {
        return "subject";
    }

    @Override
    public Text title() {
        return Text.of("件名と件名の分析", "Subject");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Evidence evidence = brief.header("Subject", Trust.CLAIMED);
        List<Row> rows = new ArrayList<>();
        rows.add(Block.row("件名", "Subject", subject(brief, evidence)));
        marks(brief).ifPresent(mark -> rows.add(Block.row("受信サーバーの印", "Receiver's mark", mark)));
        List<Para> analysis = tactics(brief, evidence);
        if (!analysis.isEmpty()) {
            rows.add(new Row(Text.of("件名の分析", "What it plays on"), analysis));
        }
        return List.of(new Rows(rows));
    }

    private static Statement subject(Brief brief, Evidence evidence) {
        return brief.mail().subject().isEmpty()
                ? Statement.say(brief.whole(), Inline.words("件名はありません。", "There is no subject."))
                : Statement.say(evidence, Inline.foreign(brief.mail().subject()), Inline.badge(evidence.trust()));
    }

    private static Optional<Statement> marks(Brief brief) {
        if (brief.mail().marks().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Statement.say(
                brief.header("Subject", Trust.STAMPED),
                Inline.code(String.join(" ", brief.mail().marks())),
                Inline.words(
                        "は、件名の先頭に受信側のサーバーが付けた印とみられます。迷惑メールとして扱われています。",
                        " in front of the subject looks like the mark of the receiving server, which treated the mail as spam."),
                Inline.badge(Trust.STAMPED)));
    }

    private static List<Para> tactics(Brief brief, Evidence evidence) {
        if (brief.benign()) {
            return List.of();
        }
        return brief.knowledge().tactics().stream()
                .flatMap(tactic -> tell(tactic, brief.mail().subject(), evidence))
                .toList();
    }

    private static Stream<Para> tell(Tactic tactic, String subject, Evidence evidence) {
        List<String> words = tactic.in(subject);
        return words.isEmpty()
                ? Stream.empty()
                : Stream.of(Block.para(Statement.say(
                        List.of(evidence, tactic.evidence()),
                        new Inline.Strong(tactic.name()),
                        Inline.phrase(
                                "：件名に「{0}」があります。",
                                ": the subject has “{0}”. ", Inline.foreign(String.join("・", words))),
                        new Inline.Words(tactic.why()))));
    }
}
