package gyotaku.enrich.reputation;

import gyotaku.enrich.Json;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.egress.HttpFetch;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Google Safe Browsing v4, `threatMatches:find`: whole URLs go out, so it needs a key and leave to send them. The key
/// is put on at the socket and stands nowhere else.
public final class SafeBrowsing {

    public static final String SOURCE = "safebrowsing";
    public static final String NAME = "Google Safe Browsing";

    /// The service takes at most so many entries in one request.
    public static final int URLS = 500;

    private SafeBrowsing() {}

    /// One question for all URLs; its subject is the URLs in order, one a line.
    public static Question question(Collection<String> urls) {
        return new Question(SOURCE, String.join("\n", new TreeSet<>(urls)));
    }

    /// The recorded form: the HTTP status on a line, then the body.
    public static byte[] post(HttpFetch http, URI base, String key, String subject) throws IOException {
        String root = base.toString();
        URI target = URI.create(root + (root.endsWith("/") ? "" : "/") + "v4/threatMatches:find?key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8));
        return gyotaku.enrich.HttpBody.of(
                http.post(target, request(subject).toString().getBytes(StandardCharsets.UTF_8)));
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

    /// What the answer says of one of the URLs.
    public static Reading<String> read(byte[] body, String url) {
        return gyotaku.enrich.HttpBody.read(body, json -> threat(json, url));
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
