package gyotaku.enrich.reputation;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Json;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Google Safe Browsing v4, `threatMatches:find`: whole URLs go out, so it needs a key and leave to send them. The
/// key is put on at the socket and stands nowhere else.
@AutoService(Source.class)
public final class SafeBrowsing implements Service {

    public static final String SOURCE = "safebrowsing";
    public static final String NAME = "Google Safe Browsing";

    /// The service takes at most so many entries in one request.
    static final int URLS = 500;

    private static final Setting URL = Setting.place(
            "safebrowsing.url", "https://safebrowsing.googleapis.com/", "base URL of Google Safe Browsing v4");
    private static final Setting KEY = Setting.secret("safebrowsing.key", "its API key; empty: not asked");

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
        return List.of(URL, KEY);
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "safebrowsing.googleapis.com").kept(Duration.ofMinutes(5));
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.URLS;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.own(KEY.path()).isEmpty() ? Optional.of(Why.Reason.NO_KEY) : Optional.empty();
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        List<Subject> urls =
                subjects.stream().filter(Subject.Url.class::isInstance).toList();
        List<Inquiry> all = new ArrayList<>();
        for (int from = 0; from < urls.size(); from += URLS) {
            List<Subject> batch = urls.subList(from, Math.min(urls.size(), from + URLS));
            all.add(new Inquiry(question(batch.stream().map(Subject::text).toList()), NAME, batch));
        }
        return all;
    }

    /// One question for all URLs; its subject is the URLs in order, one a line.
    private static Question question(Collection<String> urls) {
        return new Question(SOURCE, String.join("\n", new TreeSet<>(urls)));
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        String root = wire.settings().own(URL.path()).orElse(URL.standard());
        String key = wire.settings().own(KEY.path()).orElseThrow();
        URI target = URI.create(root + (root.endsWith("/") ? "" : "/") + "v4/threatMatches:find?key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8));
        return HttpBody.of(wire.http().post(target, request(subject).toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode request(String subject) {
        ObjectNode request = Json.object();
        request.putObject("client").put("clientId", "gyotaku").put("clientVersion", "0.1.0");
        ObjectNode threat = request.putObject("threatInfo");
        ArrayNode types = threat.putArray("threatTypes");
        types.add("MALWARE").add("SOCIAL_ENGINEERING").add("UNWANTED_SOFTWARE").add("POTENTIALLY_HARMFUL_APPLICATION");
        threat.putArray("platformTypes").add("ANY_PLATFORM");
        threat.putArray("threatEntryTypes").add("URL");
        ArrayNode entries = threat.putArray("threatEntries");
        subject.lines().limit(URLS).forEach(url -> entries.addObject().put("url", url));
        return request;
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return HttpBody.read(body, json -> threat(json, subject.text()));
    }

    private static Reading<String> threat(JsonNode json, String url) {
        Optional<String> threat = json.path("matches")
                .valueStream()
                .filter(match -> Json.text(match.path("threat"), "url").equals(url))
                .map(match -> Json.text(match, "threatType"))
                .filter(type -> !type.isEmpty())
                .sorted()
                .findFirst();
        return threat.isPresent()
                ? new Reading.Says<>(threat.get(), threat.get() + " " + url)
                : new Reading.Nothing<>("no match for " + url);
    }
}
