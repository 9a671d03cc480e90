package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Link;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Box;
import gyotaku.report.block.Block.Bullets;
import gyotaku.report.block.Block.Numbered;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The first screen: what it is, how sure, why, what to do now, and what nobody looked at.
@AutoService(Section.class)
public final class Overview implements Section {

    private static final int REASONS = 3;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String anchor() {
        return "overview";
    }

    @Override
    public Text title() {
        return Text.of("要点", "In short");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Verdict verdict = brief.verdict();
        return List.of(
                new Block.Opening(
                        VerdictWords.tone(verdict),
                        VerdictWords.seal(verdict),
                        VerdictWords.level(verdict.level()),
                        judgement(brief)),
                new Block.Columns(List.of(
                        new Box(Tone.CALM, Text.of("いま、すること", "What to do now"), List.of(now(brief))),
                        new Box(
                                Tone.CAUTION,
                                Text.of("確認していないこと", "Not looked at"),
                                List.of(new Bullets(unlooked(brief)))))));
    }

    private static List<Block> judgement(Brief brief) {
        List<Finding> reasons =
                OncePerFact.of(brief.reasons()).stream().limit(REASONS).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.para(verdict(brief), lead(brief, reasons.size())));
        if (!reasons.isEmpty()) {
            blocks.add(new Numbered(reasons.stream()
                    .map(finding -> Block.para(Telling.finding(finding)))
                    .toList()));
        }
        files(brief).ifPresent(blocks::add);
        new Visits(brief)
                .telling()
                .ifPresent(visit -> blocks.add(Block.para(Statement.say(
                        visit.evidence(),
                        Inline.words("リンク先のページ：", "The linked page: "),
                        PageSection.sentence(visit)))));
        return blocks;
    }

    /// The files in one line: how many, and what stands out or was not seen.
    private static Optional<Block> files(Brief brief) {
        List<Attachment> files = brief.mail().attachments();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<Para> told = files.stream()
                .limit(REASONS)
                .map(file -> {
                    List<Statement> one = new ArrayList<>();
                    one.add(Statement.say(
                            file.evidence(),
                            Inline.phrase(
                                    "添付ファイル「{0}」",
                                    "Attachment “{0}”",
                                    Inline.foreign(file.name().isEmpty() ? file.type() : file.name()))));
                    one.addAll(FileInFull.gist(file));
                    return new Para(one);
                })
                .collect(Collectors.toCollection(ArrayList::new));
        if (files.size() > REASONS) {
            told.add(Block.para(Statement.say(
                    brief.whole(),
                    Inline.phrase(
                            "ほか {0} 件の添付ファイル", "and {0} more attachments", Inline.number(files.size() - REASONS)))));
        }
        return Optional.of(new Bullets(told));
    }

    static Statement verdict(Brief brief) {
        return Statement.say(
                basis(brief),
                new Inline.Strong(VerdictWords.sentence(brief.verdict(), brief.against())),
                Inline.phrase(
                        "悪意のあるメールである確率は{0}と算出しました。",
                        " The probability that it is malicious or deceptive was computed as {0}.",
                        new Inline.Told(VerdictWords.percent(brief.verdict().score()))));
    }

    private static List<Evidence> basis(Brief brief) {
        List<Evidence> basis = brief.verdict().because().stream()
                .limit(REASONS)
                .flatMap(finding -> finding.evidence().stream().limit(1))
                .toList();
        return basis.isEmpty() ? List.of(brief.whole()) : basis;
    }

    private static Statement lead(Brief brief, int reasons) {
        if (brief.benign() && !VerdictWords.clean(brief.verdict(), brief.against())) {
            return Statement.fixed(
                    "ただし、本物のメールだと裏づける証拠も十分ではありません。心当たりがなければ、差出人に別の手段（公式サイトや電話）で確かめてください。",
                    "Not enough shows that it is genuine, either: unless you expected it, ask the sender by another way.");
        }
        if (brief.benign()) {
            return Statement.fixed(
                    "ただし、安全を保証するものではありません。確認していないことを併せてお読みください。",
                    "This is no guarantee that it is safe; please read what was not looked at as well.");
        }
        return reasons == 0 ? Statement.fixed("", "") : Statement.fixed("判定を支える主な理由は次のとおりです。", "The main reasons are:");
    }

    private static Block now(Brief brief) {
        return new Para(List.of(Advice.now(brief)));
    }

    /// Everything that was not looked at, as lines.
    public static List<Para> unlooked(Brief brief) {
        List<Para> paras = new ArrayList<>();
        if (brief.facts().offline()) {
            paras.add(Block.para(Statement.fixed(
                    "オフラインで解析したため、外部への照会は一切行っていません。",
                    "This analysis was made off-line: nothing was asked of anybody outside.")));
        }
        paras.addAll(Unlooked.of(brief));
        paras.addAll(authentication(brief));
        paras.addAll(unopened(brief));
        paras.addAll(unread(brief));
        brief.mail()
                .truncated()
                .forEach(cut -> paras.add(Block.para(Statement.say(
                        brief.whole(),
                        Inline.phrase(
                                "上限（{0}：{1}）に達したため、一部を読んでいません：{2}",
                                "A limit ({0}: {1}) was reached and something was left out: {2}",
                                Inline.code(cut.limit()),
                                Inline.number(cut.value()),
                                new Inline.Told(cut.what()))))));
        return paras;
    }

    /// Pages that were not opened, by why.
    private static List<Para> unopened(Brief brief) {
        Visits visits = new Visits(brief);
        Map<Why, Integer> reasons = new LinkedHashMap<>();
        for (Link link : visits.links()) {
            if (visits.of(link) instanceof Lookup.NotAsked<Landing> it) {
                reasons.merge(it.why(), 1, Integer::sum);
            }
        }
        return reasons.entrySet().stream()
                .map(entry -> Block.para(PageSection.unasked(entry.getKey(), entry.getValue())))
                .toList();
    }

    /// Files of which nobody saw the content.
    private static List<Para> unread(Brief brief) {
        return brief.mail().attachments().stream()
                .filter(file -> switch (file.opened().state()) {
                    case LOCKED, NOT_LOOKED_INTO, FAILED -> true;
                    case READ, BROKEN -> false;
                })
                .limit(10)
                .map(file -> Block.para(Statement.say(
                        file.evidence(file.opened().state().name()),
                        Inline.phrase(
                                "添付ファイルの中身：{0}",
                                "what is in the attachment {0}",
                                Inline.foreign(file.name().isEmpty() ? file.type() : file.name())))))
                .toList();
    }

    private static List<Para> authentication(Brief brief) {
        List<Para> paras = new ArrayList<>();
        unevaluated(paras, "SPF", brief.analysis().authentication().spf());
        unevaluated(paras, "DKIM", brief.analysis().authentication().dkim());
        unevaluated(paras, "DMARC", brief.analysis().authentication().dmarc());
        unevaluated(paras, "ARC", brief.analysis().authentication().arc());
        return paras;
    }

    private static void unevaluated(List<Para> paras, String method, AuthResult result) {
        if (!result.isEvaluated()) {
            paras.add(Block.para(Statement.gap(
                    result.reason(),
                    Inline.phrase("{0}：未確定", "{0}: not established", new Inline.Told(Text.same(method))))));
        }
    }
}
