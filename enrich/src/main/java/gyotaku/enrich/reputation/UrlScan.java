package gyotaku.enrich.reputation;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Json;
import gyotaku.enrich.Privacy;
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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The search of urlscan.io: whether somebody had the URL or host scanned and marked the scan as an attack. A
/// search carries no verdict of urlscan.io itself unless the key's plan has it, so marks count only when they are
/// there.
@AutoService(Source.class)
public final class UrlScan implements Service {

    private static final String SOURCE = "urlscan";
    private static final Endpoint ENDPOINT = Endpoint.keyed(SOURCE, "https://urlscan.io/", "urlscan.io");

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return "urlscan.io";
    }

    @Override
    public List<Setting> settings() {
        return ENDPOINT.settings();
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "urlscan.io").atMost(2, Duration.ofSeconds(1));
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return ENDPOINT.hindrance(settings);
    }

    /// Scans that are looked at, the newest first.
    private static final int SCANS = 20;

    @Override
    public Privacy sends(String subject) {
        return subject.startsWith("task.url:") ? Privacy.URLS : Privacy.HOSTS;
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        return subjects.stream()
                .flatMap(subject -> query(subject, settings).stream().map(query -> Inquiry.of(SOURCE, query, subject)))
                .toList();
    }

    private static Optional<String> query(Subject subject, SourceSettings settings) {
        boolean whole = settings.privacy().allows(Privacy.URLS);
        return switch (subject) {
            case Subject.Url url -> whole ? Optional.of("task.url:" + quoted(url.text())) : Optional.empty();
            case Subject.Host host -> whole ? Optional.empty() : Optional.of("page.domain:" + quoted(host.text()));
            case Subject.Domain _, Subject.Address _ -> Optional.empty();
        };
    }

    /// Against a URL that goes on as a query of its own.
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "%5C").replace("\"", "%22") + "\"";
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        String query = "api/v1/search/?size=" + SCANS + "&q=" + Endpoint.escaped(subject);
        return HttpBody.of(wire.http()
                .keyed(ENDPOINT.at(wire.settings(), query), Map.of("API-Key", ENDPOINT.key(wire.settings()))));
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return HttpBody.read(body, json -> {
            JsonNode scans = json.path("results");
            if (!scans.isArray()) {
                return Reading.unreadable("no results");
            }
            Optional<JsonNode> marked =
                    scans.valueStream().limit(SCANS).filter(UrlScan::marked).findFirst();
            return marked.isPresent()
                    ? new Reading.Says<>(words(marked.get()), Json.text(marked.get(), "result"))
                    : new Reading.Nothing<>(scans.size() + " scans, none marked");
        });
    }

    private static boolean marked(JsonNode scan) {
        return scan.path("verdicts").path("malicious").asBoolean(false)
                || scan.path("task")
                        .path("tags")
                        .valueStream()
                        .anyMatch(tag -> tag.isString()
                                && ATTACKS.contains(tag.stringValue().toLowerCase(Locale.ROOT)));
    }

    private static String words(JsonNode scan) {
        String time = Json.text(scan.path("task"), "time");
        return "marked as an attack" + (time.isEmpty() ? "" : ", scanned " + time);
    }

    private static final Set<String> ATTACKS = Set.of("phishing", "malicious", "malware", "openphish", "phishtank");
}
