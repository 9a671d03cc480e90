package gyotaku.dissect.page;

import gyotaku.dissect.Findings;
import gyotaku.model.Limits;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.parse.link.FilePage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One page, with the pages that its scripts write.
final class PageWalk {

    /// Against pages that write pages that write pages.
    private static final int MOST_LAYERS = 4;

    private static final int MOST_PAGES = 20;

    private final Findings found;
    private final Limits limits;
    private final Builds builds;
    private final Set<String> seen = new LinkedHashSet<>();
    private String visible = "";

    PageWalk(Findings found, Limits limits) {
        this.found = found;
        this.limits = limits;
        this.builds = new Builds(found);
    }

    /// What the page itself shows, or the first page that its scripts write when it shows nothing.
    String visible() {
        return visible;
    }

    /// @param place `script` for a page that a script writes, or empty
    void read(String html, String place) {
        read(html, place, 0);
    }

    /// Says what can only be said of all of it.
    void end() {
        builds.end();
    }

    private void read(String html, String place, int layer) {
        if (layer > MOST_LAYERS || seen.size() >= MOST_PAGES || !seen.add(html)) {
            return;
        }
        FilePage page = FilePage.of(html, limits);
        page.truncated().ifPresent(cut -> found.truncated(cut.limit(), cut.value(), cut.what()));
        visible = visible.isBlank() ? page.visible() : visible;
        page.links().forEach(link -> link(link, place));
        new Forms(found).read(page.document());
        scripts(page.document(), place, layer);
    }

    private void link(FilePage.Target link, String place) {
        String start =
                link.url().substring(0, Math.min(link.url().length(), 11)).toLowerCase(Locale.ROOT);
        boolean inside = start.startsWith("data:") || start.startsWith("javascript:") || start.startsWith("blob:");
        if (!inside && !start.startsWith("#")) {
            found.link(link.text(), link.url(), context(link.context()), place);
        }
    }

    /// An anchor of a file is clicked in the file.
    private static Link.Context context(Link.Context context) {
        return switch (context) {
            case ANCHOR, AREA, TEXT -> Link.Context.FILE;
            case FORM, META_REFRESH, FRAME, QR_CODE, FILE, RECOGNISED, HEADER, IMAGE, PIXEL, STYLE, OTHER -> context;
        };
    }

    private void scripts(Document document, String place, int layer) {
        StringBuilder code = new StringBuilder();
        for (Element element : document.getAllElements()) {
            String name = element.normalName();
            if (name.equals("hta:application")) {
                found.trait(Trait.Kind.PROGRAM, "hta:application");
            }
            if (name.equals("script")) {
                code.append(element.data()).append('\n');
                if (element.hasAttr("src")) {
                    found.trait(Trait.Kind.EXTERNAL_LOAD, element.attr("src"));
                }
            }
            attributes(element, code, layer);
        }
        Script script = Script.of(code.toString());
        script.tell(found, builds, place);
        for (String written : script.pages()) {
            read(written, "script", layer + 1);
        }
    }

    private void attributes(Element element, StringBuilder code, int layer) {
        if (element.hasAttr("download")) {
            builds.name(element.attr("download"));
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue().strip();
            String start = value.substring(0, Math.min(value.length(), 11)).toLowerCase(Locale.ROOT);
            if (key.startsWith("on")) {
                code.append(value).append('\n');
            } else if (start.equals("javascript:")) {
                code.append(value, 11, value.length()).append('\n');
            } else if (start.startsWith("blob:") && element.hasAttr("download")) {
                builds.sign("download");
            } else if (start.startsWith("data:")
                    && List.of("href", "src", "data", "action").contains(key)) {
                builds.data(value, element.hasAttr("download")).ifPresent(page -> read(page, "data:", layer + 1));
            } else if (key.equals("srcdoc")) {
                read(value, "srcdoc", layer + 1);
            }
        }
    }
}
