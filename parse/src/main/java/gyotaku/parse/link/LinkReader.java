package gyotaku.parse.link;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Unseen;
import gyotaku.parse.drawing.Drawing;
import gyotaku.parse.drawing.TextDrawings;
import java.util.ArrayList;
import java.util.List;

/// Reads what the displayed parts of a mail say and where they lead.
public final class LinkReader {

    private static final int MOST_HIDDEN = 50;

    private final Limits limits;
    private final Unwrapper unwrapper = Unwrapper.standard();

    public LinkReader(Limits limits) {
        this.limits = limits;
    }

    /// One text as it was read.
    private record Shown(String visible, boolean html, ByteSpan span) {}

    /// @param texts the displayed texts in the order of the mail
    /// @param wholeBody span of the body when there is no text
    public TextReading read(List<DecodedText> texts, ByteSpan wholeBody) {
        Links links = new Links(limits, unwrapper);
        List<Truncated> truncated = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        List<Unseen> hidden = new ArrayList<>();
        List<TextReading.Drawn> drawn = new ArrayList<>();
        for (DecodedText text : texts) {
            List<Drawing> drawings = text.type().equals("text/html")
                    ? readHtml(text, links, shown, hidden, truncated)
                    : readPlain(text, links, shown, truncated);
            drawings.forEach(drawing -> drawn.add(new TextReading.Drawn(drawing, text.partPath(), text.body())));
        }
        return new TextReading(body(shown, hidden, wholeBody), drawn, links, truncated);
    }

    private List<Drawing> readHtml(
            DecodedText source, Links links, List<Shown> shown, List<Unseen> hidden, List<Truncated> truncated) {
        HtmlPage page = HtmlWalk.read(bounded(source, truncated), limits);
        page.found().forEach(found -> add(found, source, links));
        shown.add(new Shown(page.visible(), true, source.body()));
        page.hidden().stream().limit(MOST_HIDDEN - hidden.size()).forEach(hidden::add);
        page.truncated().ifPresent(truncated::add);
        return page.drawings();
    }

    private List<Drawing> readPlain(DecodedText source, Links links, List<Shown> shown, List<Truncated> truncated) {
        String text = bounded(source, truncated);
        for (TextUrls.Hit hit : TextUrls.in(text)) {
            String written = text.substring(hit.start(), hit.end());
            add(Found.inText(written, hit.url(), hit.start(), hit.end()), source, links);
        }
        shown.add(new Shown(text, false, source.body()));
        return TextDrawings.in(text);
    }

    private static void add(Found found, DecodedText source, Links links) {
        links.add(found, source.partPath(), "", () -> source.offsets().span(found.start(), found.end()));
    }

    private String bounded(DecodedText source, List<Truncated> truncated) {
        if (source.text().length() <= limits.textBytes()) {
            return source.text();
        }
        Text what = Text.of("パート{0}の本文の残り", "the rest of the text of part {0}");
        truncated.add(new Truncated("textBytes", limits.textBytes(), what.with(source.partPath())));
        return source.text().substring(0, limits.textBytes());
    }

    /// HTML when it shows anything, else the plain texts: what a mail program prefers.
    private static Body body(List<Shown> shown, List<Unseen> hidden, ByteSpan wholeBody) {
        boolean html =
                shown.stream().anyMatch(text -> text.html() && !text.visible().isBlank());
        List<Shown> preferred =
                shown.stream().filter(text -> text.html() == html).toList();
        String visible =
                String.join("\n", preferred.stream().map(Shown::visible).toList());
        ByteSpan span = preferred.isEmpty() ? wholeBody : preferred.getFirst().span();
        return new Body(visible, hidden, html, span);
    }
}
