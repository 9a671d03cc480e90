package gyotaku.report.render;

import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.report.block.Block.Node;
import gyotaku.report.block.Block.Path;
import java.util.List;

/// The way of the mail twice: from left to right for wide pages, from top to bottom for phones, with the boundary of
/// trust in it.
final class PathDrawing {

    private static final Text BOUNDARY = Text.of("信頼の境界", "boundary of trust");
    private static final int GAP = 46;
    private static final int NARROW = 8;
    private static final int WIDE = 14;

    private final Markup out;
    private final Lang lang;

    PathDrawing(Markup out, Lang lang) {
        this.out = out;
        this.lang = lang;
    }

    void draw(Path path) {
        out.open("figure");
        lying(path);
        upright(path);
        out.close("figure");
    }

    private void lying(Path path) {
        List<Node> nodes = path.nodes();
        int box = Math.min(230, (852 - GAP * (nodes.size() - 1)) / Math.max(1, nodes.size()));
        int x = (860 - box * nodes.size() - GAP * (nodes.size() - 1)) / 2;
        head(path, "wide", 860, 126);
        for (int i = 0; i < nodes.size(); i++) {
            node(nodes.get(i), x, 40, box);
            if (i + 1 < nodes.size()) {
                line("axis", "M" + (x + box) + " 70h" + GAP);
                if (crosses(nodes, i)) {
                    int at = x + box + GAP / 2;
                    line("mark dash", "M" + at + " 26v92");
                    text(at, 18, BOUNDARY.in(lang), "loud");
                }
            }
            x += box + GAP;
        }
        out.close("svg");
    }

    private void upright(Path path) {
        List<Node> nodes = path.nodes();
        head(path, "tall", 340, nodes.size() * 60 + (nodes.size() - 1) * GAP + 8);
        int y = 4;
        for (int i = 0; i < nodes.size(); i++) {
            node(nodes.get(i), 20, y, 300);
            y += 60;
            if (i + 1 < nodes.size()) {
                line("axis", "M170 " + y + "v" + GAP);
                if (crosses(nodes, i)) {
                    line("mark dash", "M8 " + (y + GAP / 2) + "h324");
                    text(250, y + GAP / 2 - 6, BOUNDARY.in(lang), "loud");
                }
            }
            y += GAP;
        }
        out.close("svg");
    }

    private static boolean crosses(List<Node> nodes, int i) {
        return !nodes.get(i).trusted() && nodes.get(i + 1).trusted();
    }

    private void head(Path path, String kind, int width, int height) {
        out.open("svg", "class", kind, "viewBox", "0 0 " + width + " " + height, "role", "img");
        out.element("title", path.title().in(lang));
        out.element(
                "desc",
                String.join(
                        " → ",
                        path.nodes().stream()
                                .map(node -> node.name() + " (" + node.note().in(lang) + ")")
                                .toList()));
    }

    private void node(Node node, int x, int y, int width) {
        out.open(
                        "rect",
                        "class",
                        "node " + Blocks.name(node.tone()),
                        "x",
                        Integer.toString(x),
                        "y",
                        Integer.toString(y),
                        "width",
                        Integer.toString(width),
                        "height",
                        "60",
                        "rx",
                        "3")
                .close("rect");
        text(x + width / 2, y + 26, shortened(node.name(), width - 2), "strong");
        text(x + width / 2, y + 46, shortened(node.note().in(lang), width - 2), "dim");
    }

    private void line(String kind, String d) {
        out.open("path", "class", kind, "d", d).close("path");
    }

    private void text(int x, int y, String words, String kind) {
        out.element(
                "text",
                words,
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "text-anchor",
                "middle",
                "class",
                kind);
    }

    private static String shortened(String name, int width) {
        int used = 0;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            used += name.codePointAt(i) < 0x2000 ? NARROW : WIDE;
            if (used > width) {
                return name.substring(0, i) + "…";
            }
        }
        return name;
    }
}
