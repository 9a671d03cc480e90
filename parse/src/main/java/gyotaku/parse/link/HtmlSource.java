package gyotaku.parse.link;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;

/// The way from the tree back to the characters of the HTML.
final class HtmlSource {

    /// @param start first character
    /// @param end exclusive
    record Place(int start, int end) {}

    private static final int LONGEST_ENTITY = 40;

    private final String html;

    HtmlSource(String html) {
        this.html = html;
    }

    Place attribute(Element element, String name) {
        Range value = element.attributes().sourceRange(name).valueRange();
        return value.isTracked() ? place(value) : place(element.sourceRange());
    }

    Place place(Range range) {
        int start = Math.clamp(range.startPos(), 0, html.length());
        return range.isTracked() ? new Place(start, Math.clamp(range.endPos(), start, html.length())) : new Place(0, 0);
    }

    /// The place of a piece of an attribute's value, or of the whole when entities stand in between.
    Place within(Place value, String raw, int start, int end) {
        boolean same = html.regionMatches(value.start(), raw, 0, raw.length());
        return same ? new Place(value.start() + start, value.start() + end) : value;
    }

    /// For each character of a text node the place in the source where it begins.
    int[] places(TextNode node) {
        String text = node.getWholeText();
        Place place = place(node.sourceRange());
        int[] places = new int[text.length()];
        int at = place.start();
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.min(at, place.end());
            at = next(at, text.charAt(i), place.end());
        }
        return places;
    }

    private int next(int at, char decoded, int end) {
        if (at >= end || html.charAt(at) != '&' || decoded == '&' && !html.startsWith("&amp", at)) {
            return at + 1;
        }
        int i = at + 1;
        while (i < end
                && i - at < LONGEST_ENTITY
                && (Character.isLetterOrDigit(html.charAt(i)) || html.charAt(i) == '#')) {
            i++;
        }
        return i < end && html.charAt(i) == ';' ? i + 1 : i;
    }
}
