package gyotaku.parse.link;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.Visible;
import gyotaku.model.WebUrl;
import gyotaku.model.mail.Link;
import gyotaku.parse.url.UrlParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The links of one mail: each read, unwrapped and kept once, up to the limit.
final class Links {

    private record Key(String target, Link.Context context, String text) {}

    private final Limits limits;
    private final Unwrapper unwrapper;
    private final List<Link> links = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private final Set<Key> seen = new HashSet<>();
    private int cut;
    private int leftOut;

    Links(Limits limits, Unwrapper unwrapper) {
        this.limits = limits;
        this.unwrapper = unwrapper;
    }

    List<Link> all() {
        return List.copyOf(links);
    }

    List<Defect> defects() {
        return List.copyOf(defects);
    }

    /// @param place where in a file, or empty
    /// @param span asked for only when the link is kept or refused
    void add(Found found, String partPath, String place, Supplier<ByteSpan> span) {
        if (links.size() >= limits.links()) {
            leftOut++;
            return;
        }
        Optional<WebUrl> url = UrlParser.parse(shortened(found.refanged()), found.base());
        if (url.isEmpty()) {
            refuse(found, span);
            return;
        }
        Unwrapper.Unwrapped unwrapped = unwrapper.unwrap(url.get());
        if (seen.add(new Key(unwrapped.target().href(), found.context(), found.text()))) {
            String written = bounded(found.written());
            links.add(new Link(
                    found.text(),
                    written,
                    unwrapped.target(),
                    unwrapped.wrappers(),
                    found.context(),
                    partPath,
                    place,
                    span.get()));
        }
    }

    private String shortened(String url) {
        if (url.length() > limits.linkBytes()) {
            cut++;
        }
        return bounded(url);
    }

    private String bounded(String url) {
        return url.length() > limits.linkBytes() ? url.substring(0, limits.linkBytes()) : url;
    }

    private void refuse(Found found, Supplier<ByteSpan> span) {
        boolean inPage = found.written().isEmpty() || found.written().startsWith("#");
        if (!inPage && defects.size() < limits.links()) {
            add(Defect.Kind.BAD_URL, span.get(), found.written());
        }
    }

    void add(Defect.Kind kind, ByteSpan span, String excerpt) {
        String start = excerpt.length() > 80 ? excerpt.substring(0, 80) : excerpt;
        String visible = Visible.of(start);
        defects.add(new Defect(kind, span, visible.length() > 80 ? visible.substring(0, 80) : visible));
    }

    /// Which of the limits on links were hit.
    List<Truncated> truncated() {
        List<Truncated> hits = new ArrayList<>();
        if (leftOut > 0) {
            Text what = Text.of("ほかに{0}件のリンクがあり、省略しました。", "{0} more links were left out.");
            hits.add(new Truncated("links", limits.links(), what.with(leftOut)));
        }
        if (cut > 0) {
            Text what = Text.of("長すぎるURL {0}件を途中で切りました。", "{0} URLs were too long and were cut.");
            hits.add(new Truncated("linkBytes", limits.linkBytes(), what.with(cut)));
        }
        return List.copyOf(hits);
    }

    /// Whether a URL stays inside the mail (`cid:`, `mid:`), so that nothing is asked for outside.
    static boolean staysInside(String url) {
        String start = url.substring(0, Math.min(4, url.length())).toLowerCase(Locale.ROOT);
        return start.equals("cid:") || start.equals("mid:");
    }
}
