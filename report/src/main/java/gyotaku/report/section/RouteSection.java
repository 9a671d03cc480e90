package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the mail came from, as far as the receiving side saw it.
@AutoService(Section.class)
public final class RouteSection implements Section {

    private static final int SHOWN = 30;

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String anchor() {
        return "route";
    }

    @Override
    public Text title() {
        return Text.of("送信元（Received）回線関連情報", "Origin (Received)");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Block> blocks = new ArrayList<>();
        Optional<Hop> boundary = brief.mail().route().boundary();
        boundary.ifPresent(hop -> blocks.add(Pathway.of(brief, hop)));
        blocks.add(Block.para(Statement.say(
                brief.mail().route().hops().stream()
                        .findFirst()
                        .map(Hop::evidence)
                        .orElseGet(brief::whole),
                new Inline.Told(brief.mail().route().assumption()))));
        blocks.add(new Rows(boundary.map(hop -> rows(brief, hop)).orElseGet(() -> List.of(unknown(brief)))));
        if (!brief.mail().route().hops().isEmpty()) {
            blocks.add(Block.heading("経路（Received、上が新しい）", "Hops (Received, newest first)"));
            blocks.add(hops(brief));
        }
        return blocks;
    }

    private static Row unknown(Brief brief) {
        return Block.row(
                "送信IPアドレス",
                "Sending IP",
                Statement.say(
                        brief.whole(),
                        Inline.words(
                                "不明です。受信側が外部から受け取ったことを示す Received がありません。",
                                "Unknown: no Received line shows where the receiving side took it in.")));
    }

    private static List<Row> rows(Brief brief, Hop hop) {
        List<Row> rows = new ArrayList<>();
        rows.add(Block.row("解析済みヘッダー", "Header read", say(hop, Inline.code(hop.fromClause()))));
        rows.add(Block.row("送信IPアドレス", "Sending IP", address(hop)));
        rows.add(Block.row("HELO（名乗り）", "HELO", helo(hop)));
        hop.ip().ifPresent(ip -> network(brief, ip, rows));
        rows.add(new Row(Text.of("ドメイン登録情報", "Domain registration"), registration(brief)));
        return rows;
    }

    private static Statement say(Hop hop, Inline... parts) {
        List<Inline> all = new ArrayList<>(List.of(parts));
        all.add(Inline.badge(hop.evidence().trust()));
        return new Statement.Sentence(all, List.of(hop.evidence()));
    }

    private static Statement address(Hop hop) {
        return hop.ip()
                .map(ip -> Statement.say(
                        hop.evidence(),
                        new Inline.Strong(Text.same(ip.toString())),
                        Inline.words("（信頼できる送信元情報）", " (as the receiving server saw it)"),
                        new Inline.Badge(Tone.CALM, Text.of("信頼できる", "trusted"))))
                .orElseGet(() -> say(hop, Inline.words("記録されていません。", "not recorded")));
    }

    private static Statement helo(Hop hop) {
        return hop.helo().isEmpty()
                ? say(hop, Inline.words("記録されていません。", "not recorded"))
                : Statement.say(hop.evidence(), Inline.code(hop.helo()), Inline.badge(Trust.CLAIMED));
    }

    private static void network(Brief brief, IpAddress ip, List<Row> rows) {
        IpFacts facts = brief.facts().ip(ip);
        rows.add(new Row(Text.of("逆引き（ホスト名）", "Reverse name"), Addresses.reverse(facts)));
        rows.add(new Row(Text.of("サーバー設置国", "Country"), Addresses.countries(brief, facts)));
        rows.add(new Row(
                Text.of("ネットワーク", "Network"),
                List.of(Block.para(Addresses.network(AbuseContacts.of(brief.c(), brief.suffixes()), facts)))));
        rows.add(new Row(Text.of("ASN", "ASN"), List.of(Block.para(Addresses.asn(facts)))));
    }

    private static List<Para> registration(Brief brief) {
        List<Para> paras = new ArrayList<>();
        Optional<Mailbox> from = brief.mail().from();
        brief.senderDomain().ifPresent(name -> {
            Evidence seen = from.map(brief::field).orElseGet(brief::whole);
            paras.add(Block.para(
                    Statement.say(seen, Inline.code(name), Inline.badge(Trust.CLAIMED)),
                    Registrations.date(brief, brief.facts().domain(name))));
            Registrations.registrar(brief, brief.facts().domain(name)).ifPresent(it -> paras.add(Block.para(it)));
            Relation.of(brief, name, seen).ifPresent(it -> paras.add(Block.para(it)));
        });
        if (paras.isEmpty()) {
            paras.add(Block.para(
                    Statement.say(brief.whole(), Inline.words("送信者のドメインがありません。", "There is no sender's domain."))));
        }
        return paras;
    }

    private static Block hops(Brief brief) {
        List<Hop> hops = brief.mail().route().hops();
        return new Table(
                Text.of("Received の各行", "Each Received line"),
                List.of(
                        Text.same("#"),
                        Text.of("送り手", "from"),
                        Text.of("受け手", "by"),
                        Text.of("時刻", "time"),
                        Text.of("信頼", "standing")),
                hops.stream().limit(SHOWN).map(RouteSection::hop).toList());
    }

    private static List<Para> hop(Hop hop) {
        Evidence seen = hop.evidence();
        String from = String.join(
                " ",
                List.of(
                                hop.helo(),
                                hop.rdns(),
                                hop.ip().map(ip -> "[" + ip + "]").orElse(""))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList());
        return List.of(
                cell(seen, new Inline.Told(Text.same(Integer.toString(hop.index() + 1)))),
                cell(seen, Inline.code(from.isEmpty() ? "—" : from)),
                cell(seen, Inline.code(hop.by().isEmpty() ? "—" : hop.by())),
                cell(seen, new Inline.Told(Text.same(hop.at().map(Times::local).orElse("—")))),
                cell(seen, standing(hop)));
    }

    private static Para cell(Evidence seen, Inline inline) {
        return Block.para(Statement.say(seen, inline));
    }

    private static Inline standing(Hop hop) {
        return switch (hop.standing()) {
            case TRUSTED -> Inline.badge(Trust.STAMPED);
            case BOUNDARY -> new Inline.Badge(Tone.CALM, Text.of("信頼の境界", "boundary of trust"));
            case CLAIMED -> Inline.badge(Trust.CLAIMED);
        };
    }
}
