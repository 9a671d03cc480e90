package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.section.Trends.Trend;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Published figures that concern this case: of the year before the analysis. Silent when there are none.
@AutoService(Section.class)
public final class TrendsSection implements Section {

    private static final int MONTHS = 12;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String anchor() {
        return "trends";
    }

    @Override
    public Text title() {
        return Text.of("最近のスパムメール動向", "Recent trends");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        if (brief.benign()) {
            return List.of();
        }
        YearMonth now = YearMonth.from(brief.facts().at().atOffset(ZoneOffset.UTC));
        Set<String> topics = topics(brief);
        List<Para> items = brief.knowledge().trends().stream()
                .filter(trend -> topics.contains(trend.key()))
                .filter(trend -> trend.month().isBefore(now) && !trend.month().isBefore(now.minusMonths(MONTHS)))
                .sorted(Comparator.comparing(Trend::month).reversed())
                .map(TrendsSection::tell)
                .toList();
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items), Block.para(NOTE));
    }

    private static final Statement NOTE = Statement.fixed(
            "公表された統計の引用であり、このメールについての判定には用いていません。",
            "These are published figures; they play no part in the judgement of this mail.");

    private static Set<String> topics(Brief brief) {
        Set<String> topics = new TreeSet<>(Set.of("reports", "urls", "brands"));
        brief.brand().ifPresent(brand -> topics.add("share-" + brand.category()));
        brief.mail()
                .from()
                .flatMap(from -> from.domain())
                .filter(brief::official)
                .ifPresent(_ -> topics.add("share-spoofed"));
        new Lures(brief)
                .all().stream()
                        .flatMap(link -> link.target().domain().stream())
                        .forEach(name -> topics.add("tld-" + name.topLevel()));
        return topics;
    }

    private static Para tell(Trend trend) {
        return Block.para(Statement.say(
                trend.evidence(),
                new Inline.Told(trend.text()),
                Inline.phrase(
                        "（{0} {1}）",
                        " ({0} {1})",
                        new Inline.Told(trend.publisher()),
                        new Inline.Told(Text.same(trend.month().toString())))));
    }
}
