package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.Why;
import gyotaku.model.fact.Rendering;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Picture.Kind;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;

/// The mail's HTML as a browser shows it; or why there is no picture. A mail without HTML needs none.
final class LetterPictures {

    private static final Text SHOWN = Text.of("メール本文の画面", "The mail on a screen");
    private static final Text REVEALED = Text.of("隠された文字を表示した画面", "The same with hidden text made visible");

    private LetterPictures() {}

    static List<Block> of(Brief brief) {
        return switch (brief.facts().rendering()) {
            case Lookup.Found<Rendering>(Rendering rendering, Evidence evidence) ->
                pictures(brief, rendering, evidence);
            case Lookup.NotListed<Rendering> _ -> List.of();
            case Lookup.NotAsked<Rendering>(Why why) ->
                why.reason() == Why.Reason.NO_HTML ? List.of() : List.of(none(Telling.reason(why)));
            case Lookup.Failed<Rendering>(Why why, Evidence evidence) ->
                List.of(Block.para(Statement.say(
                        evidence,
                        Inline.words("本文の画面を画像にできませんでした：", "The mail could not be made a picture: "),
                        Telling.why(why))));
        };
    }

    private static Block none(Text why) {
        return Block.para(Statement.gap(why, Inline.words("本文の画面は画像にしていません", "The mail was not made a picture")));
    }

    private static List<Block> pictures(Brief brief, Rendering rendering, Evidence evidence) {
        Shots shots = new Shots();
        add(brief, shots, rendering.shown(), SHOWN, evidence);
        rendering.revealed().ifPresent(picture -> add(brief, shots, picture, REVEALED, evidence));
        List<Block> blocks = new ArrayList<>(shots.blocks());
        blocks.add(
                Block.para(
                        Statement.say(
                                evidence,
                                Inline.words(
                                        "隔離したブラウザーで、ネットワークに接続せず、スクリプトも動かさずに表示したものです。外部の画像は読み込んでいません。",
                                        "Shown by an isolated browser without a network and without scripts; no remote image was loaded."))));
        if (rendering.hidden() > 0) {
            blocks.add(Block.para(Statement.say(
                    evidence,
                    Inline.phrase(
                            "通常の表示では読めない文字が {0} か所あり、2 枚目では破線の枠と色を付けて表示しています。",
                            "{0} pieces of text cannot be read in the normal view; the second picture shows them,"
                                    + " marked by colour and a dashed frame.",
                            Inline.number(rendering.hidden())))));
        }
        if (!rendering.shown().whole()) {
            blocks.add(Block.para(Statement.say(
                    evidence,
                    Inline.words("本文が大きいため、画像は一部だけです。", "The mail is large: the picture shows a part of it."))));
        }
        return blocks;
    }

    private static void add(Brief brief, Shots shots, Rendering.Picture picture, Text name, Evidence evidence) {
        shots.add(brief.c().stored().get(picture.sha256()), picture.sha256(), name, "", Kind.LETTER, evidence);
    }
}
