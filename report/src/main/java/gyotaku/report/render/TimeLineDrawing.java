package gyotaku.report.render;

import gyotaku.model.Lang;
import gyotaku.report.block.Block.Moment;
import gyotaku.report.block.Block.TimeLine;
import java.util.ArrayList;
import java.util.List;

/// A time line twice: lying for wide pages, upright for phones. The distance between moments grows with the time
/// between
/// them as far as their labels leave room.
final class TimeLineDrawing {

    private static final int LEFT = 86;
    private static final int WIDTH = 690;
    private static final int LABEL = 138;
    private static final int STEP = 64;

    private final Markup out;
    private final Lang lang;

    TimeLineDrawing(Markup out, Lang lang) {
        this.out = out;
        this.lang = lang;
    }

    void draw(TimeLine line) {
        out.open("figure");
        lying(line);
        upright(line);
        out.close("figure");
    }

    private void lying(TimeLine line) {
        int[] x = places(line.moments());
        out.open("svg", "class", "wide", "viewBox", "0 0 860 124", "role", "img");
        out.element("title", line.title().in(lang)).element("desc", describe(line));
        out.raw("<path class=\"axis\" d=\"M30 62h800\"/>");
        if (line.from() >= 0) {
            bracket(line, x[line.from()], x[line.to()]);
        }
        for (int i = 0; i < x.length; i++) {
            Moment moment = line.moments().get(i);
            dot(moment, x[i], 62);
            text(x[i], 92, "middle", moment.label().in(lang), "");
            text(x[i], 112, "middle", (moment.date() + " " + moment.time()).strip(), "dim");
        }
        out.close("svg");
    }

    private void bracket(TimeLine line, int from, int to) {
        out.open("path", "class", "mark", "d", "M" + from + " 50v-14H" + to + "v14")
                .close("path");
        text((from + to) / 2, 26, "middle", line.bracket().in(lang), "loud");
    }

    private void upright(TimeLine line) {
        int height = STEP * line.moments().size() + 4;
        out.open("svg", "class", "tall", "viewBox", "0 0 340 " + height, "role", "img");
        out.element("title", line.title().in(lang)).element("desc", describe(line));
        out.open("path", "class", "axis", "d", "M34 20V" + (height - STEP + 20)).close("path");
        for (int i = 0; i < line.moments().size(); i++) {
            Moment moment = line.moments().get(i);
            dot(moment, 34, 20 + STEP * i);
            text(58, 18 + STEP * i, "start", moment.label().in(lang), "");
            text(58, 38 + STEP * i, "start", (moment.date() + " " + moment.time()).strip(), "dim");
        }
        if (line.from() >= 0) {
            int a = 20 + STEP * line.from();
            int b = 20 + STEP * line.to();
            out.open("path", "class", "mark", "d", "M222 " + a + "h12V" + b + "h-12")
                    .close("path");
            text(244, (a + b) / 2 + 5, "start", line.bracket().in(lang), "loud");
        }
        out.close("svg");
    }

    private void dot(Moment moment, int x, int y) {
        out.open(
                        "circle",
                        "class",
                        "dot " + Blocks.name(moment.tone()),
                        "cx",
                        Integer.toString(x),
                        "cy",
                        Integer.toString(y),
                        "r",
                        "6.5")
                .close("circle");
    }

    private void text(int x, int y, String anchor, String words, String kind) {
        out.element(
                "text",
                words,
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "text-anchor",
                anchor,
                "class",
                kind);
    }

    private String describe(TimeLine line) {
        List<String> said = new ArrayList<>();
        line.moments()
                .forEach(moment ->
                        said.add(moment.label().in(lang) + " " + (moment.date() + " " + moment.time()).strip()));
        return String.join(lang == Lang.JA ? "、" : ", ", said);
    }

    private static int[] places(List<Moment> moments) {
        int[] x = new int[moments.size()];
        if (x.length == 0) {
            return x;
        }
        long span = Math.max(1, moments.getLast().seconds() - moments.getFirst().seconds());
        int spare = Math.max(0, WIDTH - LABEL * (x.length - 1));
        int least = x.length == 1 ? 0 : Math.min(LABEL, WIDTH / (x.length - 1));
        x[0] = LEFT;
        for (int i = 1; i < x.length; i++) {
            long gap = moments.get(i).seconds() - moments.get(i - 1).seconds();
            x[i] = x[i - 1] + least + (int) (spare * (double) gap / span);
        }
        return x;
    }
}
