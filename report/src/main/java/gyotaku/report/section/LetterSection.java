package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Bullets;
import gyotaku.report.block.Block.Letter;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Piece;
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
            "文字を忠実に再現し、リンクと URL は無効化しています。画像は読み込まないため、実際の見た目とは異なる場合があります。",
            "The text is shown faithfully; links and URLs are dead. Images are not loaded, so it may look different from the real mail.");

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
        List<String> hidden = brief.mail().body().hidden();
        if (hidden.isEmpty()) {
            return;
        }
        Evidence body = brief.body();
        blocks.add(Block.heading("読み手に見えない文字", "Text that the reader does not see"));
        blocks.add(new Bullets(hidden.stream()
                .limit(LISTED)
                .map(text -> Block.para(Statement.say(body, Inline.foreign(shortened(Defang.text(text))))))
                .toList()));
        more(hidden.size(), body).ifPresent(blocks::add);
    }

    private static void remote(Brief brief, List<Block> blocks) {
        List<Link> loads = new Lures(brief).remote();
        if (loads.isEmpty()) {
            return;
        }
        blocks.add(Block.heading("外部から読み込まれるはずだったもの（読み込んでいません）", "What it would have loaded (not loaded)"));
        blocks.add(new Bullets(
                loads.stream().limit(LISTED).map(LetterSection::load).toList()));
        more(loads.size(), brief.body()).ifPresent(blocks::add);
    }

    private static Para load(Link link) {
        return Block.para(
                link.text().isEmpty()
                        ? Statement.say(link.evidence(), Inline.code(Defang.target(link)))
                        : Statement.say(
                                link.evidence(),
                                Inline.phrase(
                                        "{0}（代替文字「{1}」）",
                                        "{0} (alternative text “{1}”)",
                                        Inline.code(Defang.target(link)),
                                        Inline.foreign(shortened(link.text())))));
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
