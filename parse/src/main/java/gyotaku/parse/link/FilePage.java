package gyotaku.parse.link;

import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Link;
import gyotaku.parse.url.UrlParser;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// An HTML page that is a file: read as the HTML of a mail is.
///
/// @param document its tree
/// @param visible what it shows
/// @param links where it leads and what it loads, in its order
public record FilePage(Document document, String visible, List<Target> links, Optional<Truncated> truncated) {

    /// @param text what the reader sees of it, or empty
    /// @param url as it stands there, where it is relative against `<base>`
    public record Target(String text, String url, Link.Context context) {}

    public static FilePage of(String html, Limits limits) {
        Document document = HtmlWalk.document(html, limits);
        HtmlPage page = HtmlWalk.read(html, document, limits);
        List<Target> links = page.found().stream()
                .map(found -> new Target(found.text(), absolute(found), found.context()))
                .toList();
        return new FilePage(document, page.visible(), links, page.truncated());
    }

    private static String absolute(Found found) {
        return found.base()
                .flatMap(_ -> UrlParser.parse(found.refanged(), found.base()))
                .map(url -> url.href())
                .orElse(found.written());
    }
}
