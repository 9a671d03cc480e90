package gyotaku.parse.link;

import gyotaku.model.WebUrl;
import gyotaku.model.mail.Link.Context;
import gyotaku.parse.link.HtmlSource.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Links and loads in the attributes of elements, all but the anchors whose text has yet to be read.
final class HtmlLoads {

    private final HtmlSource source;
    private final Optional<WebUrl> base;
    private final List<Found> found = new ArrayList<>();

    HtmlLoads(HtmlSource source, Optional<WebUrl> base) {
        this.source = source;
        this.base = base;
    }

    List<Found> found() {
        return found;
    }

    void read(Element element) {
        switch (element.normalName()) {
            case "area" -> take(element, "href", Context.AREA, element.attr("alt"));
            case "form" -> take(element, "action", Context.FORM, "");
            case "button", "input" -> input(element);
            case "iframe", "frame" -> take(element, "src", Context.FRAME, element.attr("title"));
            case "meta" -> refresh(element);
            case "img" -> image(element);
            case "image", "v:imagedata", "v:fill" -> picture(element);
            case "link" -> take(element, "href", Context.STYLE, "");
            case "object" -> take(element, "data", Context.OTHER, "");
            case "source", "video", "audio", "track", "script" -> media(element);
            case "embed", "bgsound" -> take(element, "src", Context.OTHER, "");
            default -> {}
        }
        take(element, "background", Context.IMAGE, "");
        if (element.hasAttr("style")) {
            styles(element);
        }
    }

    private void input(Element element) {
        String label = element.normalName().equals("input") ? element.attr("value") : "";
        take(element, "formaction", Context.FORM, label);
        if (element.attr("type").equalsIgnoreCase("image")) {
            take(element, "src", Context.IMAGE, element.attr("alt"));
        }
    }

    private void image(Element element) {
        take(element, "src", isPixel(element) ? Context.PIXEL : Context.IMAGE, element.attr("alt"));
        take(element, "lowsrc", Context.IMAGE, "");
        sourceSet(element);
    }

    /// Both sides are given and at most two pixels long, by attribute or by style. A spacer has one long side.
    private static boolean isPixel(Element image) {
        Declarations css = new Declarations();
        css.read(image.attr("style"), 0);
        return isTiny(image.attr("width"), css.get("width")) && isTiny(image.attr("height"), css.get("height"));
    }

    private static boolean isTiny(String attribute, String style) {
        String size = (style.isEmpty() ? attribute : style).strip().toLowerCase(Locale.ROOT);
        String number =
                size.endsWith("px") ? size.substring(0, size.length() - 2).strip() : size;
        return number.equals("0") || number.equals("1") || number.equals("2");
    }

    private void picture(Element element) {
        take(element, "href", Context.IMAGE, "");
        take(element, "xlink:href", Context.IMAGE, "");
        take(element, "src", Context.IMAGE, "");
    }

    private void media(Element element) {
        take(element, "src", Context.OTHER, "");
        take(element, "poster", Context.IMAGE, "");
        sourceSet(element);
    }

    private void take(Element element, String attribute, Context context, String text) {
        String written = element.attr(attribute).strip();
        if (!written.isEmpty() && !Links.staysInside(written)) {
            add(written, context, text, source.attribute(element, attribute));
        }
    }

    /// A URL without scheme has the scheme of the web mail that shows it.
    void add(String written, Context context, String text, Place place) {
        String url = base.isEmpty() && written.startsWith("//") ? "https:" + written : written;
        found.add(new Found(ShownText.of(text), written, url, context, base, place.start(), place.end()));
    }

    /// HTML, section 4.8.4.2.1: candidates are parted by commas, a URL by blanks from its descriptor.
    private void sourceSet(Element element) {
        String set = element.attr("srcset");
        Place whole = source.attribute(element, "srcset");
        int at = 0;
        while (at < set.length()) {
            while (at < set.length() && (set.charAt(at) <= ' ' || set.charAt(at) == ',')) {
                at++;
            }
            int end = at;
            while (end < set.length() && set.charAt(end) > ' ') {
                end++;
            }
            int urlEnd = end;
            while (urlEnd > at && set.charAt(urlEnd - 1) == ',') {
                urlEnd--;
            }
            String url = set.substring(at, urlEnd);
            if (!url.isEmpty() && !Links.staysInside(url)) {
                add(url, Context.IMAGE, element.attr("alt"), source.within(whole, set, at, urlEnd));
            }
            int comma = set.indexOf(',', end);
            at = urlEnd < end ? end : comma < 0 ? set.length() : comma + 1;
        }
    }

    /// HTML, section 4.2.5.3: `5; url=…`, leniently.
    private void refresh(Element element) {
        if (!element.attr("http-equiv").strip().equalsIgnoreCase("refresh")) {
            return;
        }
        String content = element.attr("content");
        int at = 0;
        while (at < content.length() && " \t\r\n\f0123456789.;,".indexOf(content.charAt(at)) >= 0) {
            at++;
        }
        if (content.regionMatches(true, at, "url", 0, 3)) {
            int equals = skipBlanks(content, at + 3);
            at = equals < content.length() && content.charAt(equals) == '=' ? skipBlanks(content, equals + 1) : at;
        }
        String url = unquoted(content.substring(at)).strip();
        if (!url.isEmpty()) {
            add(url, Context.META_REFRESH, "", source.attribute(element, "content"));
        }
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static String unquoted(String text) {
        if (text.isEmpty() || text.charAt(0) != '"' && text.charAt(0) != '\'') {
            return text;
        }
        int close = text.indexOf(text.charAt(0), 1);
        return text.substring(1, close < 0 ? text.length() : close);
    }

    private void styles(Element element) {
        String css = element.attr("style");
        Place whole = source.attribute(element, "style");
        for (CssUrls.Load load : CssUrls.in(css)) {
            if (!Links.staysInside(load.url().toLowerCase(Locale.ROOT))) {
                add(load.url(), Context.STYLE, "", source.within(whole, css, load.start(), load.end()));
            }
        }
    }

    void sheet(String css, int start) {
        for (CssUrls.Load load : CssUrls.in(css)) {
            add(load.url(), Context.STYLE, "", new Place(start + load.start(), start + load.end()));
        }
    }
}
