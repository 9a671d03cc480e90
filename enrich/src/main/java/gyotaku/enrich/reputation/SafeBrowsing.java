package gyotaku.enrich.reputation;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Json;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.service.Endpoint;
import gyotaku.enrich.service.Inquiry;
import gyotaku.enrich.service.Service;
import gyotaku.enrich.service.Subject;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Google Safe Browsing v4. By hash prefix (`fullHashes:find`): four bytes of the SHA-256 of each of a URL's
/// expressions go out, and the full hashes that come back are compared here. With leave to send whole URLs by
/// `threatMatches:find`.
@AutoService(Source.class)
public final class SafeBrowsing implements Service {

    static final String SOURCE = "safebrowsing";
    private static final String NAME = "Google Safe Browsing";

    /// The service takes at most so many entries in one request.
    private static final int ENTRIES = 500;

    /// A subject that starts with this line holds prefixes, one a line; else it holds URLs.
    private static final String BY_HASH = "hashes";

    private static final int PREFIX_BYTES = 4;

    private static final Endpoint ENDPOINT =
            Endpoint.keyed(SOURCE, "https://safebrowsing.googleapis.com/", NAME + " v4");

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        return ENDPOINT.settings();
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "safebrowsing.googleapis.com")
                .atMost(10, Duration.ofSeconds(1))
                .kept(Duration.ofMinutes(5));
    }

    @Override
    public Privacy sends(String subject) {
        return byHash(subject) ? Privacy.HASHES : Privacy.URLS;
    }

    private static boolean byHash(String subject) {
        return subject.startsWith(BY_HASH + "\n");
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return ENDPOINT.hindrance(settings);
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        boolean whole = settings.privacy() == Privacy.URLS;
        List<Inquiry> all = new ArrayList<>();
        List<Subject> batch = new ArrayList<>();
        SortedSet<String> entries = new TreeSet<>();
        for (Subject subject : subjects) {
            if (subject instanceof Subject.Url url) {
                List<String> own =
                        whole ? List.of(subject.text()) : prefixes(url.url().href());
                if (!batch.isEmpty() && entries.size() + own.size() > ENTRIES) {
                    all.add(inquiry(whole, entries, batch));
                    batch.clear();
                    entries.clear();
                }
                batch.add(subject);
                entries.addAll(own);
            }
        }
        if (!batch.isEmpty()) {
            all.add(inquiry(whole, entries, batch));
        }
        return all;
    }

    private static Inquiry inquiry(boolean whole, SortedSet<String> entries, List<Subject> batch) {
        String lines = String.join("\n", entries);
        return new Inquiry(new Question(SOURCE, whole ? lines : BY_HASH + "\n" + lines), "", batch);
    }

    private static List<String> prefixes(String url) {
        return CanonicalUrl.of(url).expressions().stream()
                .map(expression -> HexFormat.of().formatHex(hash(expression), 0, PREFIX_BYTES))
                .distinct()
                .toList();
    }

    private static byte[] hash(String expression) {
        return HexFormat.of()
                .parseHex(gyotaku.model.Sha256.of(expression.getBytes(StandardCharsets.ISO_8859_1))
                        .hex());
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        String key = Endpoint.escaped(ENDPOINT.key(wire.settings()));
        String method = byHash(subject) ? "v4/fullHashes:find" : "v4/threatMatches:find";
        ObjectNode request = byHash(subject)
                ? request(subject.lines().skip(1).toList(), "hash", SafeBrowsing::base64)
                : request(subject.lines().toList(), "url", url -> url);
        return HttpBody.of(wire.http()
                .post(
                        ENDPOINT.at(wire.settings(), method + "?key=" + key),
                        request.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static ObjectNode request(
            List<String> entries, String field, java.util.function.UnaryOperator<String> form) {
        ObjectNode request = Json.object();
        request.putObject("client").put("clientId", "gyotaku").put("clientVersion", "0.1.0");
        ObjectNode threat = request.putObject("threatInfo");
        ArrayNode types = threat.putArray("threatTypes");
        types.add("MALWARE").add("SOCIAL_ENGINEERING").add("UNWANTED_SOFTWARE").add("POTENTIALLY_HARMFUL_APPLICATION");
        threat.putArray("platformTypes").add("ANY_PLATFORM");
        threat.putArray("threatEntryTypes").add("URL");
        ArrayNode all = threat.putArray("threatEntries");
        entries.stream().limit(ENTRIES).forEach(entry -> all.addObject().put(field, form.apply(entry)));
        return request;
    }

    /// Both methods answer with matches; an answer by hash has no URL in it.
    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        String exact = subject instanceof Subject.Url url ? url.url().href() : subject.text();
        List<String> hashes = CanonicalUrl.of(exact).expressions().stream()
                .map(expression -> Base64.getEncoder().encodeToString(hash(expression)))
                .toList();
        return HttpBody.read(
                body,
                json -> threat(
                        json,
                        subject.text(),
                        match -> Json.text(match, "url").equals(subject.text())
                                || hashes.contains(plain(Json.text(match, "hash")))));
    }

    /// The service writes bytes in either alphabet of Base64.
    private static String plain(String base64) {
        return base64.replace('-', '+').replace('_', '/');
    }

    private static Reading<String> threat(JsonNode json, String url, Predicate<JsonNode> about) {
        Optional<String> threat = json.path("matches")
                .valueStream()
                .filter(match -> about.test(match.path("threat")))
                .map(match -> Json.text(match, "threatType"))
                .filter(type -> !type.isEmpty())
                .sorted()
                .findFirst();
        return threat.isPresent()
                ? new Reading.Says<>(threat.get(), threat.get() + " " + url)
                : new Reading.Nothing<>("no match for " + url);
    }
}
