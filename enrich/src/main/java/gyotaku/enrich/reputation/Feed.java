package gyotaku.enrich.reputation;

import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.Bounded;
import gyotaku.enrich.egress.HttpFetch;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.service.Inquiry;
import gyotaku.enrich.service.Subject;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A list of bad URLs that is read whole, from a file or from an endpoint of the operator: nothing of a mail goes
/// out. It is kept for an hour. The recorded answer is two lines: which list, and the line of it that names the
/// URL.
final class Feed {

    /// Against a feed that fills memory; that of PhishTank has some 15 MB.
    private static final int BYTES = 64 << 20;

    private static final int LINES = 1_000_000;
    private static final Duration HOLDS = Duration.ofHours(1);
    private static final String LISTED = "listed ";
    private static final String NOT_LISTED = "not listed";

    private final String source;
    private final Setting place;
    private final Function<String, Optional<String>> url;
    private volatile Optional<Loaded> last = Optional.empty();

    /// @param url of one line of the feed
    Feed(String source, Setting place, Function<String, Optional<String>> url) {
        this.source = source;
        this.place = place;
        this.url = url;
    }

    /// @param state of the file, or when it was fetched
    private record Loaded(String place, long state, Sha256 hash, Map<String, String> lines) {}

    Setting place() {
        return place;
    }

    Terms terms(SourceSettings settings, Limits limits) {
        boolean remote = settings.own(place.path()).filter(Feed::isUrl).isPresent();
        return (remote ? Terms.of(limits, place.path()) : Terms.of(limits))
                .upTo(BYTES)
                .kept(Duration.ZERO);
    }

    private static boolean isUrl(String place) {
        return place.startsWith("https://") || place.startsWith("http://");
    }

    Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.own(place.path()).isEmpty() ? Optional.of(Why.Reason.NOT_CONFIGURED) : Optional.empty();
    }

    List<Inquiry> about(List<Subject> subjects) {
        return subjects.stream()
                .filter(Subject.Url.class::isInstance)
                .map(Subject.Url.class::cast)
                .map(link -> Inquiry.of(source, link.url().href(), link))
                .toList();
    }

    byte[] ask(String subject, Wire wire) throws IOException {
        Loaded feed = loaded(wire);
        String line = feed.lines.get(key(subject));
        String answer = "feed " + feed.hash + " of " + feed.lines.size() + " URLs\n"
                + (line == null ? NOT_LISTED : LISTED + line) + "\n";
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Loaded loaded(Wire wire) throws IOException {
        String from = wire.settings()
                .own(place.path())
                .orElseThrow(() -> new NoAnswer(Why.Reason.NOT_CONFIGURED, place.path()));
        long state = isUrl(from)
                ? System.nanoTime()
                : Files.getLastModifiedTime(Path.of(from)).toMillis();
        Optional<Loaded> kept = last.filter(feed -> feed.place.equals(from) && holds(from, feed.state, state));
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] bytes = isUrl(from) ? fetched(from, wire) : local(Path.of(from));
        Loaded feed = new Loaded(from, state, Sha256.of(bytes), lines(new String(bytes, StandardCharsets.UTF_8)));
        last = Optional.of(feed);
        return feed;
    }

    private static boolean holds(String place, long then, long now) {
        return isUrl(place) ? now - then < HOLDS.toNanos() : now == then;
    }

    private static byte[] fetched(String from, Wire wire) throws IOException {
        HttpFetch.Fetched fetched = wire.http().get(URI.create(from), HttpFetch.Standing.OPERATORS);
        if (fetched.status() != 200) {
            throw new NoAnswer(Why.Reason.SERVER_ERROR, "HTTP " + fetched.status());
        }
        return fetched.body();
    }

    private static byte[] local(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Bounded.whole(in, BYTES);
        }
    }

    private Map<String, String> lines(String text) throws NoAnswer {
        Map<String, String> byUrl = new HashMap<>();
        try (Stream<String> all = text.lines().limit(LINES)) {
            all.forEach(line -> url.apply(line).ifPresent(found -> byUrl.putIfAbsent(key(found), line.strip())));
        }
        if (byUrl.isEmpty()) {
            throw new NoAnswer(Why.Reason.UNREADABLE, "no URL in the feed");
        }
        return byUrl;
    }

    /// With and without TLS, with and without a last slash it is the same page.
    private static String key(String url) {
        CanonicalUrl canonical = CanonicalUrl.of(url);
        String path = canonical.path();
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return canonical.host() + plain + canonical.query();
    }

    static Reading<String> read(byte[] body) {
        List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 2 || !lines.getFirst().startsWith("feed ")) {
            return Reading.unreadable("no answer of a feed");
        }
        String said = lines.get(1);
        return said.startsWith(LISTED)
                ? new Reading.Says<>("listed", said.substring(LISTED.length()))
                : new Reading.Nothing<>(lines.getFirst());
    }

    /// A line that is a URL and nothing else.
    static Optional<String> plainLine(String line) {
        return Optional.of(line.strip()).filter(Feed::isUrl);
    }

    /// The second column of comma-separated values (RFC 4180).
    static Optional<String> secondColumn(String line) {
        int start = line.indexOf(',') + 1;
        if (start == 0 || start >= line.length()) {
            return Optional.empty();
        }
        boolean quoted = line.charAt(start) == '"';
        int end = quoted ? line.indexOf('"', start + 1) : line.indexOf(',', start);
        return end < 0 ? Optional.empty() : plainLine(line.substring(quoted ? start + 1 : start, end));
    }
}
