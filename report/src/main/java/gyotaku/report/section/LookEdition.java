package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.Why;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.LaterLook;
import gyotaku.report.block.Block;
import gyotaku.report.block.Chapter;
import gyotaku.report.block.Document;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Ledger;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The page of a later look: what was then, what is now, and what differs.
public final class LookEdition {

    private final LaterLook look;

    public LookEdition(LaterLook look) {
        this.look = look;
    }

    public Document document() {
        return new Document(
                look.caseId(),
                Text.of("部外秘 ・ 再確認", "Private · later look"),
                Block.para(Statement.fixed("リンク先の再確認", "The linked pages, looked at again")),
                Block.para(new Statement.Fixed(Text.of("前回 {0} → 今回 {1}", "Then {0}, now {1}")
                        .with(Times.utc(look.then()), Times.utc(look.now())))),
                Stream.concat(look.pages().stream().map(this::chapter), Stream.of(Edition.proofs(ledger())))
                        .toList(),
                ledger());
    }

    private Ledger ledger() {
        return Ledger.of(look.pages().stream()
                .flatMap(page -> Stream.concat(seen(page.then()), seen(page.now())))
                .toList());
    }

    private static Stream<Evidence> seen(LinkFacts facts) {
        return Stream.concat(facts.landing().seen().stream(), facts.addresses().seen().stream());
    }

    private Chapter chapter(LaterLook.Page page) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.para(outcome("前回: ", "Then: ", page.then()), outcome("今回: ", "Now: ", page.now())));
        List<LookAspects.Aspect> aspects = new LookAspects(page).all();
        List<Evidence> then = seen(page.then()).toList();
        List<Evidence> now = seen(page.now()).toList();
        if (!then.isEmpty() && !now.isEmpty()) {
            blocks.add(table(aspects, then, now));
        }
        int number = look.pages().indexOf(page) + 1;
        return new Chapter("page-" + number, Text.same("{0}").with(Defang.text(page.url())), blocks);
    }

    private static Statement outcome(String ja, String en, LinkFacts facts) {
        return switch (facts.landing()) {
            case Lookup.Found(var landing, var evidence) ->
                Statement.say(evidence, Inline.words(ja, en), new Inline.Told(PageInWords.state(landing)));
            case Lookup.Failed(Why why, var evidence) ->
                Statement.say(
                        evidence,
                        Inline.words(ja, en),
                        new Inline.Told(why.reason().label()));
            case Lookup.NotListed<?>(var evidence) ->
                Statement.say(evidence, Inline.words(ja, en), Inline.words("なし", "nothing"));
            case Lookup.NotAsked<?>(Why why) ->
                Statement.gap(
                        why.reason().label(),
                        Inline.words(ja, en),
                        Inline.words("ページは見ていません", "the page was not looked at"));
        };
    }

    private static Block table(List<LookAspects.Aspect> aspects, List<Evidence> then, List<Evidence> now) {
        List<List<Block.Para>> rows = aspects.stream()
                .filter(aspect -> !aspect.then().isEmpty() || !aspect.now().isEmpty())
                .map(aspect -> row(aspect, then, now))
                .toList();
        return new Block.Table(
                Text.of("前回と今回", "Then and now"),
                List.of(Text.of("項目", "What"), Text.of("前回", "Then"), Text.of("今回", "Now"), Text.of("差", "Difference")),
                rows);
    }

    private static List<Block.Para> row(LookAspects.Aspect aspect, List<Evidence> then, List<Evidence> now) {
        List<Evidence> both =
                Stream.concat(then.stream(), now.stream()).distinct().toList();
        return List.of(
                Block.para(new Statement.Fixed(aspect.label())),
                value(aspect.then(), then),
                value(aspect.now(), now),
                Block.para(Statement.say(both, difference(aspect))));
    }

    private static Block.Para value(String value, List<Evidence> evidence) {
        return Block.para(
                value.isEmpty() ? Statement.fixed("—", "—") : Statement.say(evidence, Inline.code(Defang.text(value))));
    }

    private static Inline difference(LookAspects.Aspect aspect) {
        if (!aspect.compared()) {
            return Inline.words("比べられません", "cannot be compared");
        }
        return aspect.differs()
                ? new Inline.Badge(Tone.CAUTION, Text.of("変化あり", "changed"))
                : Inline.words("同じ", "the same");
    }
}
