package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Unseen;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Bullets;
import gyotaku.report.block.Block.Letter;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Piece;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mail as its reader saw it, with dead links; what he did not see; what it would have loaded.
@AutoService(Section.class)
public final class LetterSection implements Section {

    /// Against reports that nobody can open: what is left out stays in the sample.
    private static final int CHARACTERS = 12_000;

    private static final int LINES = 300;
    private static final int LISTED = 20;

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String anchor() {
        return "letter";
    }

    @Override
    public Text title() {
        return Text.of("メール本文の精密再現", "The mail as it reads");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(LetterPictures.of(brief));
        blocks.add(Block.para(NOTE));
        String visible = brief.mail().body().visible();
        List<Piece> pieces = pieces(visible, new Lures(brief).all());
        if (pieces.isEmpty()) {
            blocks.add(Block.para(
                    Statement.say(brief.whole(), Inline.words("読める本文はありません。", "There is no text to read."))));
        } else {
            blocks.add(new Letter(pieces, List.of(brief.body())));
        }
        if (cut(visible).length() < visible.length()) {
            blocks.add(Block.para(Statement.say(
                    brief.body(),
                    Inline.phrase(
                            "長いため、先頭の {0} 文字までを示しています（全体は {1} 文字）。",
                            "It is long; the first {0} of {1} characters are shown.",
                            Inline.number(cut(visible).length()),
                            Inline.number(visible.length())))));
        }
        hidden(brief, blocks);
        remote(brief, blocks);
        return blocks;
    }

    private static final Statement NOTE = Statement.fixed(
            "次は本文の文字です。文字を忠実に再現し、リンクと URL は無効化しています。実際の見た目とは異なる場合があります。",
            "Below is its text, shown faithfully; links and URLs are dead. It may look different from the real mail.");

    private static String cut(String visible) {
        if (visible.length() <= CHARACTERS) {
            return visible;
        }
        int end = Character.isHighSurrogate(visible.charAt(CHARACTERS - 1)) ? CHARACTERS - 1 : CHARACTERS;
        return visible.substring(0, end);
    }

    private static List<Piece> pieces(String visible, List<Link> links) {
        List<Piece> pieces = new ArrayList<>();
        cut(visible).lines().limit(LINES).forEach(line -> add(pieces, line.strip(), links));
        while (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Space) {
            pieces.removeLast();
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String line, List<Link> links) {
        if (!line.isEmpty()) {
            pieces.add(button(line, links).orElseGet(() -> new Piece.Line(List.of(Inline.foreign(Defang.text(line))))));
        } else if (!pieces.isEmpty() && !(pieces.getLast() instanceof Piece.Space)) {
            pieces.add(new Piece.Space());
        }
    }

    private static Optional<Piece> button(String line, List<Link> links) {
        return links.stream()
                .filter(link -> link.context() != Link.Context.TEXT)
                .filter(link -> link.text().strip().equals(line))
                .findFirst()
                .map(link -> new Piece.Button(Defang.text(line), Defang.target(link)));
    }

    private static void hidden(Brief brief, List<Block> blocks) {
        List<Unseen> hidden = brief.mail().body().unseen();
        if (hidden.isEmpty()) {
            return;
        }
        Evidence body = brief.body();
        blocks.add(Block.heading("読み手に見えない文字", "Text that the reader does not see"));
        blocks.add(new Table(
                Text.of("見えない文字の一覧", "Hidden text"),
                List.of(Text.of("文字", "Text"), Text.of("隠し方", "How it is hidden")),
                hidden.stream()
                        .limit(LISTED)
                        .map(text -> List.of(
                                Block.para(Statement.say(body, Inline.foreign(shortened(Defang.text(text.text()))))),
                                Block.para(Statement.say(
                                        body, new Inline.Told(text.how().label())))))
                        .toList()));
        more(hidden.size(), body).ifPresent(blocks::add);
        blocks.add(Block.para(SOBER));
    }

    private static final Statement SOBER = Statement.fixed(
            "正規のメールマガジンにも、件名の横に表示させるための隠し文字（プリヘッダー）があります。",
            "Honest newsletters hide some text as well: the preheader that is shown beside the subject.");

    private static void remote(Brief brief, List<Block> blocks) {
        List<Remotes.Host> hosts = Remotes.of(brief.c());
        if (hosts.isEmpty()) {
            return;
        }
        List<Link> loads = hosts.stream().flatMap(host -> host.loads().stream()).toList();
        blocks.add(Block.heading("開くと外部から読み込まれるもの（読み込んでいません）", "What opening it would load (not loaded)"));
        blocks.add(Block.para(
                Statement.say(
                        loads.stream().limit(LISTED).map(Link::evidence).toList(),
                        Inline.phrase(
                                "{0} 個のホストから {1} 件を読み込みます。",
                                "It loads {1} items from {0} hosts.",
                                Inline.number(hosts.size()),
                                Inline.number(loads.size()))),
                TELLS));
        blocks.add(new Table(
                Text.of("読み込み先のホスト", "Hosts that it loads from"),
                List.of(
                        Text.of("ホスト", "Host"),
                        Text.of("画像", "Pictures"),
                        Text.of("見えない大きさの画像", "Invisible pictures"),
                        Text.of("スタイル・枠", "Styles, frames")),
                hosts.stream().limit(LISTED).map(LetterSection::row).toList()));
        more(hosts.size(), brief.body()).ifPresent(blocks::add);
        pixels(loads).ifPresent(blocks::add);
    }

    private static final Statement TELLS = Statement.fixed(
            "読み込むと、開いた日時・IPアドレス・環境が相手に伝わります。",
            "Loading tells the other side when, from which IP address and with what program the mail was opened.");

    private static List<Para> row(Remotes.Host host) {
        Evidence first = host.loads().getFirst().evidence();
        long styles = host.count(Link.Context.STYLE) + host.count(Link.Context.FRAME);
        return List.of(
                Block.para(Statement.say(first, Inline.code(Defang.host(host.name())))),
                Block.para(Statement.say(first, Inline.number(host.count(Link.Context.IMAGE)))),
                Block.para(Statement.say(first, Inline.number(host.count(Link.Context.PIXEL)))),
                Block.para(Statement.say(first, Inline.number(styles))));
    }

    /// Pictures that nobody can see are loaded for the loading.
    private static Optional<Block> pixels(List<Link> loads) {
        List<Link> pixels = loads.stream()
                .filter(link -> link.context() == Link.Context.PIXEL)
                .limit(LISTED)
                .toList();
        if (pixels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bullets(pixels.stream()
                .map(link -> Block.para(Statement.say(
                        link.evidence(),
                        Inline.phrase(
                                "開封を知らせる画像（トラッキングピクセル）の特徴があります：{0}",
                                "It has the marks of a tracking pixel, which reports the opening: {0}",
                                Inline.code(Defang.target(link))))))
                .toList()));
    }

    private static Optional<Block> more(int all, Evidence evidence) {
        return all <= LISTED
                ? Optional.empty()
                : Optional.of(Block.para(Statement.say(
                        evidence, Inline.phrase("ほか {0} 件。", "and {0} more.", Inline.number(all - LISTED)))));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 400
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 399)) + "…";
    }
}
