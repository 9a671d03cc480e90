package gyotaku.enrich.reputation;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// VirusTotal v3: how many engines call a URL or a host bad.
@AutoService(Source.class)
public final class VirusTotal implements Service {

    private static final String SOURCE = "virustotal";
    private static final Endpoint ENDPOINT = Endpoint.keyed(SOURCE, "https://www.virustotal.com/", "VirusTotal");

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return "VirusTotal";
    }

    @Override
    public List<Setting> settings() {
        return ENDPOINT.settings();
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "www.virustotal.com")
                .atMost(4, Duration.ofMinutes(1))
                .kept(Duration.ofHours(6));
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return ENDPOINT.hindrance(settings);
    }

    /// One engine alone is wrong too often.
    private static final int ENGINES = 2;

    @Override
    public Privacy sends(String subject) {
        return subject.startsWith("url ") ? Privacy.URLS : Privacy.HOSTS;
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        return subjects.stream()
                .flatMap(subject -> asked(subject, settings).stream().map(asked -> Inquiry.of(SOURCE, asked, subject)))
                .toList();
    }

    private static Optional<String> asked(Subject subject, SourceSettings settings) {
        boolean whole = settings.privacy().allows(Privacy.URLS);
        return switch (subject) {
            case Subject.Url url -> whole ? Optional.of("url " + url.text()) : Optional.empty();
            case Subject.Host host -> whole ? Optional.empty() : Optional.of("domain " + host.text());
            case Subject.Domain _, Subject.Address _ -> Optional.empty();
        };
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        String named = subject.substring(subject.indexOf(' ') + 1);
        String path = subject.startsWith("url ")
                ? "api/v3/urls/"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(named.getBytes(StandardCharsets.UTF_8))
                : "api/v3/domains/" + Endpoint.escaped(named);
        return HttpBody.of(wire.http()
                .keyed(ENDPOINT.at(wire.settings(), path), Map.of("x-apikey", ENDPOINT.key(wire.settings()))));
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return HttpBody.read(
                body, json -> counted(json.path("data").path("attributes").path("last_analysis_stats")));
    }

    private static Reading<String> counted(JsonNode stats) {
        if (!stats.isObject()) {
            return Reading.unreadable("no last_analysis_stats");
        }
        int malicious = stats.path("malicious").asInt(0);
        int suspicious = stats.path("suspicious").asInt(0);
        int all = stats.valueStream().mapToInt(count -> count.asInt(0)).sum();
        String words = "malicious " + malicious + ", suspicious " + suspicious + " of " + all;
        return malicious + suspicious >= ENGINES ? new Reading.Says<>(words, words) : new Reading.Nothing<>(words);
    }
}
