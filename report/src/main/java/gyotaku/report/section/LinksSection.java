package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.mail.Link;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;

/// Every link: what is shown, where it leads, who stands behind it.
@AutoService(Section.class)
public final class LinksSection implements Section {

    private static final int IN_FULL = 10;
    private static final int IN_TABLE = 200;
    private static final int ADDRESSES = 4;

    @Override
    public int order() {
        return 120;
    }

    @Override
    public String anchor() {
        return "links";
    }

    @Override
    public Text title() {
        return Text.of("リンク先ドメイン・サイト解析", "Links");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Lures lures = new Lures(brief);
        List<Link> links = lures.all();
        if (links.isEmpty()) {
            return List.of(Block.para(Statement.say(
                    brief.whole(), Inline.words("たどれるリンクはありません。", "There is no link that a reader could follow."))));
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < Math.min(IN_FULL, links.size()); i++) {
            if (links.size() > 1) {
                blocks.add(new Block.Heading(Text.of("リンク {0}", "Link {0}").with(i + 1)));
            }
            blocks.add(new Rows(rows(brief, links.get(i), lures)));
        }
        rest(links, blocks);
        return blocks;
    }

    private static List<Row> rows(Brief brief, Link link, Lures lures) {
        LinkFacts facts = lures.facts(link);
        List<Row> rows = new ArrayList<>();
        rows.add(Block.row("リンク箇所", "Shown as", shown(link)));
        rows.add(new Row(Text.of("リンク先URL", "Target"), target(link)));
        if (link.target().isWeb()) {
            rows.add(new Row(Text.of("セキュリティ照会", "Reputation"), reputation(facts)));
            rows.add(new Row(Text.of("IPアドレス・ホスト・国", "IP, host, country"), addresses(brief, facts)));
            registration(brief, link, facts, rows);
        }
        return rows;
    }

    private static Statement shown(Link link) {
        Inline context = new Inline.Told(context(link.context()));
        Inline where = link.place().isEmpty()
                ? context
                : Inline.phrase("{0}：{1}", "{0}: {1}", context, Inline.foreign(Defang.text(link.place())));
        return link.text().isBlank()
                ? Statement.say(link.evidence(), where)
                : Statement.say(
                        link.evidence(),
                        Inline.phrase("「{0}」{1}", "“{0}” ({1})", Inline.foreign(Defang.text(link.text())), where));
    }

    private static Text context(Link.Context context) {
        return switch (context) {
            case ANCHOR -> Text.of("ボタン・リンク", "button or link");
            case AREA -> Text.of("画像上の領域", "area of a picture");
            case FORM -> Text.of("フォームの送信先", "target of a form");
            case META_REFRESH -> Text.of("自動転送", "automatic redirect");
            case FRAME -> Text.of("埋め込みページ", "embedded page");
            case TEXT -> Text.of("本文中のURL", "URL in the text");
            case QR_CODE -> Text.of("QRコード", "QR code");
            case FILE -> Text.of("添付ファイル内", "in an attached file");
            case RECOGNISED -> Text.of("画像中の文字（OCR）", "letters in a picture (OCR)");
            case HEADER -> Text.of("ヘッダー", "header");
            case IMAGE -> Text.of("画像", "picture");
            case PIXEL -> Text.of("見えない大きさの画像", "picture too small to be seen");
            case STYLE -> Text.of("スタイル", "style sheet");
            case OTHER -> Text.of("その他", "other");
        };
    }

    private static List<Para> target(Link link) {
        List<Para> paras = new ArrayList<>();
        paras.add(Block.para(Statement.say(
                link.evidence(),
                Inline.code(Defang.target(link)),
                new Badge(Tone.QUIET, Text.of("リンク無効化", "defanged")))));
        if (!link.wrappers().isEmpty()) {
            paras.add(Block.para(Statement.say(
                    link.evidence(),
                    Inline.phrase(
                            "中継サービス {0} を経由しています。",
                            "It goes through the rewriting service {0}.",
                            Inline.code(Defang.host(String.join(" → ", link.wrappers())))))));
        }
        return paras;
    }

    private static List<Para> reputation(LinkFacts facts) {
        if (facts.reputation().isEmpty()) {
            return List.of(Block.para(
                    Statement.gap(Text.of("照会の対象外", "not among the links that were looked up"), Telling.NOT_ASKED)));
        }
        return Standings.of(facts.reputation());
    }

    private static List<Para> addresses(Brief brief, LinkFacts facts) {
        if (!(facts.addresses() instanceof Lookup.Found<List<IpAddress>> found)) {
            return List.of(Block.para(Telling.lookup(
                    facts.addresses(), _ -> List.of(), Text.of("名前解決できません（登録なし）。", "The name has no address."))));
        }
        return found.value().stream()
                .limit(ADDRESSES)
                .flatMap(ip -> address(brief, ip, found.evidence()).stream())
                .toList();
    }

    private static List<Para> address(Brief brief, IpAddress ip, Evidence evidence) {
        IpFacts facts = brief.facts().ip(ip);
        List<Para> paras = new ArrayList<>();
        paras.add(Block.para(
                Statement.say(evidence, Inline.code(ip), Inline.badge(evidence.trust())), Addresses.asn(facts)));
        paras.addAll(Addresses.reverse(facts));
        paras.addAll(Addresses.countries(brief, facts));
        paras.addAll(Standings.answered(facts.listings().stream()));
        return paras;
    }

    private static void registration(Brief brief, Link link, LinkFacts facts, List<Row> rows) {
        facts.domain().ifPresent(name -> {
            rows.add(Block.row(
                    "ドメイン取得日",
                    "Domain registered",
                    Statement.say(link.evidence(), Inline.code(Defang.host(name.ascii()))),
                    Registrations.date(brief, facts.registration())));
            Registrations.registrar(brief, facts.registration())
                    .ifPresent(it -> rows.add(Block.row("登録事業者", "Registrar", it)));
            List<Statement> comments = new ArrayList<>();
            Registrations.comment(brief, facts.registration()).ifPresent(comments::add);
            Relation.of(brief, name, link.evidence()).ifPresent(comments::add);
            if (!comments.isEmpty()) {
                rows.add(Block.row("技術コメント", "Comment", comments.toArray(Statement[]::new)));
            }
        });
    }

    private static void rest(List<Link> links, List<Block> blocks) {
        if (links.size() <= IN_FULL) {
            return;
        }
        blocks.add(new Table(
                Text.of("ほかのリンク", "Other links"),
                List.of(Text.of("リンク箇所", "Shown as"), Text.of("リンク先URL", "Target")),
                links.stream()
                        .skip(IN_FULL)
                        .limit(IN_TABLE)
                        .map(link -> List.of(
                                Block.para(shown(link)),
                                Block.para(Statement.say(link.evidence(), Inline.code(Defang.target(link))))))
                        .toList()));
    }
}
