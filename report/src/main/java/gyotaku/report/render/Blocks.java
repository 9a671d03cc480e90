package gyotaku.report.render;

import gyotaku.model.Evidence;
import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Piece;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Ledger;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.List;
import java.util.Locale;

/// Blocks as HTML.
public final class Blocks {

    /// How an embedded picture begins: Base64 follows, up to the next quotation mark.
    public static final String PICTURE = "data:image/png;base64,";

    private final Markup out;
    private final Lang lang;
    private final Ledger ledger;

    Blocks(Markup out, Lang lang, Ledger ledger) {
        this.out = out;
        this.lang = lang;
        this.ledger = ledger;
    }

    void block(Block block) {
        switch (block) {
            case Para para -> para("p", para);
            case Block.Heading heading -> out.element("h3", heading.words().in(lang));
            case Block.Bullets bullets -> list("ul", bullets.items());
            case Block.Numbered numbered -> list("ol", numbered.items());
            case Block.Rows rows -> rows(rows);
            case Block.Table table -> table(table);
            case Block.Box box -> box(box);
            case Block.Columns columns -> columns(columns);
            case Block.Opening opening -> opening(opening);
            case Block.Letter letter -> letter(letter);
            case Block.TimeLine line -> new TimeLineDrawing(out, lang).draw(line);
            case Block.Path path -> new PathDrawing(out, lang).draw(path);
            case Block.Pictures pictures -> pictures(pictures);
            case Block.Proofs proofs -> proofs(proofs);
        }
    }

    private void para(String tag, Para para) {
        out.open(tag);
        statements(para);
        out.close(tag);
    }

    private void statements(Para para) {
        boolean first = true;
        for (Statement statement : para.statements()) {
            if (!first) {
                out.raw(" ");
            }
            statement(statement);
            first = false;
        }
    }

    private void statement(Statement statement) {
        words(statement);
        if (statement instanceof Statement.Sentence sentence) {
            cite(sentence.evidence());
        }
    }

    /// A statement without its references.
    void words(Statement statement) {
        switch (statement) {
            case Statement.Fixed fixed -> text(fixed.words());
            case Statement.Sentence sentence -> inlines(sentence.parts());
            case Statement.Gap gap -> {
                inlines(gap.what());
                out.text(Plain.reason(gap.why(), lang));
            }
        }
    }

    private void cite(List<Evidence> evidence) {
        out.raw("<sup>");
        for (String id : ledger.ids(evidence)) {
            out.element("a", id, "class", "e", "href", "#" + id.toLowerCase(Locale.ROOT));
        }
        out.raw("</sup>");
    }

    void text(Text text) {
        out.text(text.in(lang));
    }

    private void inlines(List<Inline> inlines) {
        boolean first = true;
        for (Inline inline : inlines) {
            if (!first && gap(inline)) {
                out.raw(" ");
            }
            inline(inline);
            first = false;
        }
    }

    private static boolean gap(Inline inline) {
        return !(inline instanceof Inline.Words || inline instanceof Inline.Phrase);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Words words -> text(words.text());
            case Inline.Told told -> out.element("bdi", told.text().in(lang));
            case Inline.Strong strong -> out.element("strong", strong.text().in(lang));
            case Inline.Foreign foreign -> foreign(foreign.value());
            case Inline.Code code -> out.element("code", code.value(), "dir", "ltr");
            case Inline.Badge badge -> out.element("span", badge.label().in(lang), "class", "t " + name(badge.tone()));
            case Inline.Phrase phrase ->
                Template.each(
                        phrase.template().in(lang),
                        out::text,
                        index -> inline(phrase.values().get(index)));
        }
    }

    private void foreign(String value) {
        if (lang != Lang.JA && japanese(value)) {
            out.element("bdi", value, "lang", "ja");
        } else {
            out.element("bdi", value);
        }
    }

    static boolean japanese(String value) {
        return value.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30ff);
    }

    static String name(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private void list(String tag, List<Para> items) {
        out.open(tag);
        items.forEach(item -> para("li", item));
        out.close(tag);
    }

    private void rows(Block.Rows rows) {
        out.open("table", "class", "rows").open("tbody");
        for (Block.Row row : rows.rows()) {
            out.open("tr").element("th", row.label().in(lang), "scope", "row").open("td");
            row.values().forEach(value -> para("p", value));
            out.close("td").close("tr");
        }
        out.close("tbody").close("table");
    }

    private void table(Block.Table table) {
        out.open("table", "class", "grid").element("caption", table.caption().in(lang));
        out.open("thead").open("tr");
        table.heads().forEach(head -> out.element("th", head.in(lang), "scope", "col"));
        out.close("tr").close("thead").open("tbody");
        for (List<Para> row : table.rows()) {
            out.open("tr");
            for (int i = 0; i < row.size(); i++) {
                out.open("td", "data-head", table.heads().get(i).in(lang)).open("div");
                cell(row.get(i));
                out.close("div").close("td");
            }
            out.close("tr");
        }
        out.close("tbody").close("table");
    }

    /// Several statements of one cell stand below each other.
    private void cell(Para para) {
        if (para.statements().size() < 2) {
            statements(para);
        } else {
            para.statements().forEach(statement -> para("p", Block.para(statement)));
        }
    }

    private void box(Block.Box box) {
        out.open("div", "class", "box " + name(box.tone()))
                .element("h3", box.title().in(lang));
        box.content().forEach(this::block);
        out.close("div");
    }

    private void columns(Block.Columns columns) {
        out.open("div", "class", "two");
        columns.boxes().forEach(this::box);
        out.close("div");
    }

    private void opening(Block.Opening opening) {
        out.open("div", "class", "verdict " + name(opening.tone()));
        out.open("div", "class", "seal").text(opening.seal().in(lang));
        out.element("small", opening.level().in(lang)).close("div").open("div");
        opening.content().forEach(this::block);
        out.close("div").close("div");
    }

    private void letter(Block.Letter letter) {
        out.open("div", "class", "mail");
        out.element("span", Text.of("リンク無効化済み", "links are dead").in(lang), "class", "dead");
        letter.pieces().forEach(this::piece);
        out.open("div", "class", "src");
        cite(letter.evidence());
        out.close("div").close("div");
    }

    private void piece(Piece piece) {
        switch (piece) {
            case Piece.Line line -> {
                out.open("p");
                inlines(line.parts());
                out.close("p");
            }
            case Piece.Button button -> {
                out.open("p").element("span", button.label(), "class", "btn").raw(" ");
                out.element("code", button.target(), "dir", "ltr", "class", "aim")
                        .close("p");
            }
            case Piece.Space _ -> out.raw("<div class=\"space\"></div>");
        }
    }

    private void pictures(Block.Pictures pictures) {
        out.open("div", "class", "shots");
        for (Block.Picture picture : pictures.items()) {
            String kind = picture.kind().name().toLowerCase(Locale.ROOT);
            out.open("figure", "class", "shot " + kind + (picture.cropped() ? " crop" : ""));
            picture(picture);
            out.open("figcaption").text(picture.label().in(lang));
            cite(picture.evidence());
            out.close("figcaption").close("figure");
        }
        out.close("div");
    }

    private void picture(Block.Picture picture) {
        out.raw("<img src=\"" + PICTURE)
                .raw(picture.base64())
                .raw("\" alt=\"")
                .text(picture.label().in(lang))
                .raw("\" width=\"" + picture.width() + "\" height=\"" + picture.height() + "\">");
    }

    private void proofs(Block.Proofs proofs) {
        out.open("dl", "class", "proofs");
        for (Block.Proof proof : proofs.items()) {
            out.element("dt", proof.id(), "id", proof.id().toLowerCase(Locale.ROOT))
                    .open("dd");
            proof(proof);
            out.close("dd");
        }
        out.close("dl");
    }

    private void proof(Block.Proof proof) {
        out.open("p")
                .text(proof.kind().in(lang))
                .raw(" ")
                .element("code", proof.where(), "dir", "ltr")
                .raw(" ");
        out.element("span", proof.trust().in(lang), "class", "t " + name(proof.tone()));
        if (!proof.when().isEmpty()) {
            out.raw(" ").element("span", proof.when(), "class", "when");
        }
        out.close("p");
        if (!proof.excerpt().isBlank()) {
            out.open("p", "class", "excerpt");
            foreign(proof.excerpt());
            out.close("p");
        }
        if (!proof.sha256().isEmpty()) {
            out.open("p", "class", "hash")
                    .text("SHA-256 ")
                    .element("code", proof.sha256())
                    .close("p");
        }
    }
}
