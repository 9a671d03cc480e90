package gyotaku.parse.link;

import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.WebUrl;
import gyotaku.model.mail.Link.Context;
import gyotaku.model.mail.Unseen;
import gyotaku.parse.drawing.Lines;
import gyotaku.parse.link.HtmlSource.Place;
import gyotaku.parse.url.UrlParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// One walk over the tree of an HTML text: lays the visible text out, sets the hidden text apart, collects the links.
/// jsoup builds the tree as browsers do and walks it without recursion.
final class HtmlWalk implements NodeFilter {

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "title", "noframes", "noembed", "textarea", "datalist");

    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure"
                            + " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary"
                            + " table tbody tfoot thead tr ul caption option")
                    .split(" "));

    /// An anchor whose text is being read.
    private record Anchor(Element element, String attribute, int layoutStart, StringBuilder alt, boolean[] hasText) {}

    private static final int LONGEST_HIDDEN = 500;
    private static final int MOST_HIDDEN = 50;

    private final Limits limits;
    private final HtmlSource source;
    private final Sheet sheet = new Sheet();
    private final Layout layout;
    private final Lines lines;
    private final HtmlLoads loads;
    private final Deque<Look> looks = new ArrayDeque<>();
    private final Deque<Boolean> preformatted = new ArrayDeque<>(List.of(false));
    private final Deque<Anchor> anchors = new ArrayDeque<>();
    private final List<Unseen> hidden = new ArrayList<>();
    private final StringBuilder hiddenRun = new StringBuilder();
    private Unseen.How hiddenHow = Unseen.How.NOT_DISPLAYED;
    private int nodes;

    private HtmlWalk(String html, Document document, Limits limits) {
        this.limits = limits;
        this.source = new HtmlSource(html);
        this.layout = new Layout(limits.textBytes());
        this.lines = new Lines(limits.textBytes());
        this.loads = new HtmlLoads(source, base(document));
        looks.push(Look.PAGE);
        for (Element style : document.getElementsByTag("style")) {
            sheet.read(style.data());
        }
    }

    static HtmlPage read(String html, Limits limits) {
        return read(html, document(html, limits), limits);
    }

    static Document document(String html, Limits limits) {
        return Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(limits.htmlDepth())
                .parseInput(html, "");
    }

    static HtmlPage read(String html, Document document, Limits limits) {
        HtmlWalk walk = new HtmlWalk(html, document, limits);
        walk.traverse(document);
        return walk.page();
    }

    private static Optional<WebUrl> base(Document document) {
        Element first = document.selectFirst("base[href]");
        return first == null ? Optional.empty() : UrlParser.parse(first.attr("href"), Optional.empty());
    }

    private HtmlPage page() {
        while (!anchors.isEmpty()) {
            close(anchors.pop());
        }
        flushHidden();
        List<Found> found = new ArrayList<>(loads.found());
        looseUrls(found);
        found.sort(Comparator.comparingInt(Found::start));
        return new HtmlPage(layout.visible(), hidden, found, lines.drawings(), truncated());
    }

    private Optional<Truncated> truncated() {
        Text what = Text.of("HTMLの残りの要素", "the remaining elements of the HTML");
        return nodes > limits.htmlNodes()
                ? Optional.of(new Truncated("htmlNodes", limits.htmlNodes(), what))
                : Optional.empty();
    }

    private void looseUrls(List<Found> found) {
        String visible = layout.visible();
        for (TextUrls.Hit hit : TextUrls.in(layout.outsideAnchors())) {
            int start = layout.source(hit.start());
            int end = Math.max(start, layout.source(hit.end() - 1) + 1);
            found.add(Found.inText(visible.substring(hit.start(), hit.end()), hit.url(), start, end));
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (++nodes > limits.htmlNodes()) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            text(text);
        }
        return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        Declarations css = sheet.of(element);
        Look look = looks.element().of(element, css);
        looks.push(look);
        preformatted.push(isPreformatted(element, css));
        draw(element, css, look);
        loads.read(element);
        String name = element.normalName();
        if (name.equals("style")) {
            style(element);
        }
        if (UNSEEN.contains(name)) {
            return FilterResult.SKIP_CHILDREN;
        }
        openAnchor(element);
        if (!look.isHidden()) {
            shape(element);
        }
        return FilterResult.CONTINUE;
    }

    private void draw(Element element, Declarations css, Look look) {
        switch (element.normalName()) {
            case "table" -> lines.openTable();
            case "tr" -> lines.row(size(element, css, "height", 1));
            case "td", "th" -> {
                int wide = size(element, css, "width", number(element.attr("colspan")));
                lines.cell(wide, number(element.attr("rowspan")), look.ground());
            }
            default -> {}
        }
    }

    private static int size(Element element, Declarations css, String name, int otherwise) {
        String said = css.get(name).isEmpty() ? element.attr(name).strip() : css.get(name);
        return said.endsWith("%") || said.endsWith("em") || said.isEmpty() ? otherwise : number(said);
    }

    /// The digits that a text begins with, at most four; 1 when there are none.
    private static int number(String text) {
        int value = 0;
        for (int i = 0; i < Math.min(4, text.length()) && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return Math.max(value, 1);
    }

    private void style(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof DataNode data) {
                Place place = source.place(data.sourceRange());
                loads.sheet(data.getWholeData(), place.start());
            }
        }
    }

    private void openAnchor(Element element) {
        boolean shape = element.normalName().startsWith("v:");
        if (!element.normalName().equals("a") && !shape) {
            return;
        }
        String attribute = element.hasAttr("href") ? "href" : "xlink:href";
        if (element.hasAttr(attribute)) {
            boolean[] hasText = {false};
            anchors.push(new Anchor(element, attribute, layout.length(), new StringBuilder(), hasText));
        }
    }

    private void shape(Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            line();
        }
        switch (name) {
            case "br" -> {
                layout.breakLine();
                lines.breakLine();
            }
            case "td", "th" -> layout.gap();
            case "li" -> layout.bullet(source.place(element.sourceRange()).start(), !anchors.isEmpty());
            case "img" -> alternative(element);
            case "input" -> button(element);
            default -> {}
        }
    }

    private void line() {
        layout.line();
        lines.line();
    }

    private void put(String text, Node node) {
        layout.put(text, source.place(node.sourceRange()).start(), !anchors.isEmpty());
    }

    private void alternative(Element image) {
        String alt = ShownText.of(image.attr("alt"));
        if (alt.isEmpty()) {
            return;
        }
        put("[" + alt + "]", image);
        if (!anchors.isEmpty()) {
            anchors.element().alt().append(alt).append(' ');
        }
    }

    private void button(Element input) {
        String type = input.attr("type");
        String shown = type.equalsIgnoreCase("submit") || type.equalsIgnoreCase("button")
                ? input.attr("value")
                : type.equalsIgnoreCase("image") ? input.attr("alt") : input.attr("placeholder");
        if (!shown.isBlank() && !type.equalsIgnoreCase("hidden")) {
            put("[" + ShownText.of(shown) + "]", input);
        }
    }

    private void text(TextNode node) {
        String text = node.getWholeText();
        Optional<Unseen.How> unseen = looks.element().hiding();
        if (unseen.isPresent()) {
            hide(text, unseen.get());
            return;
        }
        if (!text.isBlank()) {
            flushHidden();
            anchors.forEach(anchor -> anchor.hasText()[0] = true);
        }
        lines.text(text, preformatted.element());
        int[] places = source.places(node);
        for (int i = 0; i < text.length(); i++) {
            layout.put(text.charAt(i), places[i], !anchors.isEmpty(), preformatted.element());
        }
    }

    private void hide(String text, Unseen.How how) {
        if (how != hiddenHow && !text.isBlank()) {
            flushHidden();
            hiddenHow = how;
        }
        if (hiddenRun.length() < 4 * LONGEST_HIDDEN) {
            hiddenRun.append(text).append(' ');
        }
    }

    private void flushHidden() {
        String text = ShownText.of(hiddenRun, LONGEST_HIDDEN);
        if (!text.isEmpty() && hidden.size() < MOST_HIDDEN) {
            hidden.add(new Unseen(text, hiddenHow));
        }
        hiddenRun.setLength(0);
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    /// Whether line ends count: in `pre`, and where `white-space` (CSS Text 3, section 3) says so.
    private boolean isPreformatted(Element element, Declarations css) {
        String said = css.get("white-space");
        boolean inherited = said.isEmpty() || said.equals("inherit");
        return inherited ? element.normalName().equals("pre") || preformatted.element() : said.startsWith("pre");
    }

    private void close(Element element) {
        looks.pop();
        preformatted.pop();
        String name = element.normalName();
        if (name.equals("li")) {
            layout.endItem();
        }
        if (name.equals("table")) {
            lines.closeTable();
        }
        if (BLOCKS.contains(name)) {
            line();
        }
        if (!anchors.isEmpty() && anchors.element().element().equals(element)) {
            close(anchors.pop());
        }
    }

    private void close(Anchor anchor) {
        String text = anchor.hasText()[0]
                ? layout.since(anchor.layoutStart())
                : anchor.alt().toString();
        String written = anchor.element().attr(anchor.attribute()).strip();
        if (!written.isEmpty() && !Links.staysInside(written)) {
            loads.add(written, Context.ANCHOR, text, source.attribute(anchor.element(), anchor.attribute()));
        }
    }
}
