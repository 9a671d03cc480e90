package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Part;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the mail is made: whom it addresses, its pictures, its encoding.
@AutoService(Section.class)
public final class DesignSection implements Section {

    private static final int SHORTEST_LOCAL_PART = 3;

    /// Against mails to thousands with megabytes of text: an addressee stands near the top.
    private static final int LOOKED_AT = 20_000;

    private static final int RECIPIENTS = 100;

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String anchor() {
        return "design";
    }

    @Override
    public Text title() {
        return Text.of("メールのデザイン", "How the mail is made");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Row> rows = new ArrayList<>();
        rows.add(Block.row("形式", "Form", form(brief)));
        rows.add(Block.row("宛名", "Addressee", addressee(brief)));
        rows.add(Block.row("画像・ロゴ", "Pictures and logos", pictures(brief), LOGOS));
        List<Para> encoding = encodings(brief);
        if (!encoding.isEmpty()) {
            rows.add(new Row(Text.of("文字コード", "Encoding"), encoding));
        }
        return List.of(new Rows(rows));
    }

    private static final Statement LOGOS =
            Statement.fixed("画像を読み込まないため、ロゴの照合は行っていません。", "Pictures are not loaded, so no logo was compared.");

    private static Statement form(Brief brief) {
        return Statement.say(
                brief.body(),
                isHtml(brief)
                        ? Inline.words("HTML メールです。", "It is an HTML mail.")
                        : Inline.words("テキストメールです。", "It is a plain-text mail."));
    }

    private static boolean isHtml(Brief brief) {
        return brief.mail().body().html()
                || brief.mail().parts().anyMatch(part -> part.type().equals("text/html"));
    }

    private static Statement addressee(Brief brief) {
        String all = brief.mail().body().visible();
        String visible = all.substring(0, Math.min(all.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
        Optional<Mailbox> named = brief.mail().recipients().stream()
                .limit(RECIPIENTS)
                .filter(box -> box.name().length() > 1 && !box.name().contains("@"))
                .filter(box -> visible.contains(box.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        return named.map(box -> Statement.say(
                        brief.body(),
                        Inline.phrase(
                                "受信者の名前「{0}」が書かれています。",
                                "The recipient's name “{0}” is written in it.", Inline.foreign(box.name()))))
                .or(() -> byAddress(brief, visible))
                .orElseGet(() -> Statement.say(
                        brief.body(), Inline.words("受信者の名前は書かれていません。", "The recipient's name is not written in it.")));
    }

    private static Optional<Statement> byAddress(Brief brief, String visible) {
        return brief.mail().recipients().stream()
                .limit(RECIPIENTS)
                .map(Mailbox::localPart)
                .filter(local -> local.length() >= SHORTEST_LOCAL_PART)
                .filter(local -> asWord(visible, local.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(local -> Statement.say(
                        brief.body(),
                        Inline.phrase(
                                "個人名ではなく、メールアドレスの一部「{0}」が宛名に使われています。",
                                "It addresses the reader not by name but by part of the mail address, “{0}”.",
                                Inline.foreign(local))));
    }

    private static boolean asWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (outside(text, at - 1) && outside(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean outside(String text, int at) {
        return at < 0 || at >= text.length() || !(text.charAt(at) < 0x80 && Character.isLetterOrDigit(text.charAt(at)));
    }

    private static Statement pictures(Brief brief) {
        List<Link> remote = Remotes.of(brief.c()).stream()
                .flatMap(host -> host.loads().stream())
                .toList();
        return remote.isEmpty()
                ? Statement.say(brief.body(), Inline.words("外部の画像は使われていません。", "No outside pictures are used."))
                : Statement.say(
                        remote.stream().limit(3).map(Link::evidence).toList(),
                        Inline.phrase(
                                "外部の画像など {0} 件が指定されています。",
                                "It names {0} outside pictures or the like.", Inline.number(remote.size())));
    }

    private static List<Para> encodings(Brief brief) {
        return brief.mail()
                .parts()
                .filter(part -> part.text().isPresent())
                .limit(8)
                .map(DesignSection::encoding)
                .toList();
    }

    private static Para encoding(Part part) {
        boolean same = part.charset().equalsIgnoreCase(part.usedCharset());
        Inline label = Inline.code(part.charset().isEmpty() ? "—" : part.charset());
        return Block.para(Statement.say(
                part.evidence(part.type() + " " + part.charset()),
                same
                        ? Inline.phrase("{0}：{1}", "{0}: {1}", Inline.code(part.type()), label)
                        : Inline.phrase(
                                "{0}：表示は {1}、実際に読めたのは {2}",
                                "{0}: labelled {1}, read as {2}",
                                Inline.code(part.type()),
                                label,
                                Inline.code(part.usedCharset()))));
    }
}
