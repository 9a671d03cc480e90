package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What of the mail left the house, to whom and how often.
@AutoService(Section.class)
public final class SentSection implements Section {

    @Override
    public int order() {
        return 155;
    }

    @Override
    public String anchor() {
        return "sent";
    }

    @Override
    public Text title() {
        return Text.of("外部へ送信した情報", "What was sent outside");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        brief.lookups().stream()
                .filter(entry -> !entry.sent().isEmpty())
                .forEach(entry -> counts.merge(entry.source() + " " + entry.sent(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return List.of(
                    Block.para(Statement.fixed("このメールの情報は外部へ送信していません。", "Nothing of this mail was sent outside.")));
        }
        List<List<Para>> rows = new ArrayList<>();
        counts.forEach((key, count) -> {
            int space = key.indexOf(' ');
            rows.add(List.of(
                    cell(Inline.code(key.substring(0, space))),
                    cell(new Inline.Told(kind(key.substring(space + 1)))),
                    cell(Inline.number(count))));
        });
        return List.of(new Block.Table(
                Text.of("送信先ごとの件数", "By source"),
                List.of(Text.of("照会先", "Source"), Text.of("内容", "What"), Text.of("件数", "How many")),
                rows));
    }

    private static Para cell(Inline what) {
        return Block.para(Statement.gap(Text.same(""), what));
    }

    private static Text kind(String sent) {
        return switch (sent) {
            case "hashes" -> Text.of("ハッシュ値の先頭部分", "prefixes of hashes");
            case "hosts" -> Text.of("ホスト名・ドメイン名・IPアドレス", "host names, domains, addresses");
            case "urls" -> Text.of("URL", "URLs");
            case String other -> Text.same(other);
        };
    }
}
