package gyotaku.parse.link;

import gyotaku.model.ByteSpan;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Body;
import gyotaku.parse.drawing.Drawing;
import java.util.ArrayList;
import java.util.List;

/// What the displayed parts of a mail say, draw and lead to, before its files are looked into.
public final class TextReading {

    /// A drawing and the part that it stands in.
    public record Drawn(Drawing drawing, String partPath, ByteSpan span) {}

    private final Body body;
    private final List<Drawn> drawn;
    private final Links links;
    private final List<Truncated> truncated;

    TextReading(Body body, List<Drawn> drawn, Links links, List<Truncated> truncated) {
        this.body = body;
        this.drawn = List.copyOf(drawn);
        this.links = links;
        this.truncated = List.copyOf(truncated);
    }

    public Body body() {
        return body;
    }

    public List<Drawn> drawn() {
        return drawn;
    }

    /// All of it, with the links in files.
    ///
    /// @param files that come with the mail, opened
    public LinkReading with(List<Attachment> files) {
        files.forEach(file -> new FileLinks(links, file).read());
        List<Truncated> all = new ArrayList<>(truncated);
        all.addAll(links.truncated());
        return new LinkReading(body, links.all(), links.defects(), List.copyOf(all));
    }
}
