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
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// URLhaus of abuse.ch: URLs from which malware was spread, and the hosts that they lay on.
@AutoService(Source.class)
public final class UrlHaus implements Service {

    private static final String SOURCE = "urlhaus";
    private static final Endpoint ENDPOINT = Endpoint.keyed(SOURCE, "https://urlhaus-api.abuse.ch/", "URLhaus");

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return "URLhaus";
    }

    @Override
    public List<Setting> settings() {
        return ENDPOINT.settings();
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "urlhaus-api.abuse.ch").atMost(5, Duration.ofSeconds(1));
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return ENDPOINT.hindrance(settings);
    }

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
        return switch (subject) {
            case Subject.Url url ->
                settings.privacy().allows(Privacy.URLS) ? Optional.of("url " + url.text()) : Optional.empty();
            case Subject.Host host -> Optional.of("host " + host.text());
            case Subject.Address address -> Optional.of("host " + address.text());
            case Subject.Domain _ -> Optional.empty();
        };
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        int space = subject.indexOf(' ');
        String kind = subject.substring(0, space);
        String form = kind + "=" + Endpoint.escaped(subject.substring(space + 1));
        return HttpBody.of(wire.http()
                .form(
                        ENDPOINT.at(wire.settings(), "v1/" + kind + "/"),
                        form,
                        Map.of("Auth-Key", ENDPOINT.key(wire.settings()))));
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return HttpBody.read(body, json -> switch (Json.text(json, "query_status")) {
            case "ok" -> listed(json);
            case "no_results" -> new Reading.Nothing<>("no_results");
            case String other -> Reading.serverError("query_status " + other);
        });
    }

    /// An answer about a host carries its URLs, one about a URL the threat itself.
    private static Reading<String> listed(JsonNode json) {
        String threat = Json.text(json, "threat");
        JsonNode newest = json.path("urls").path(0);
        String said = threat.isEmpty() ? Json.text(newest, "threat") : threat;
        String status = Json.text(threat.isEmpty() ? newest : json, "url_status");
        String words = (said.isEmpty() ? "listed" : said) + (status.isEmpty() ? "" : " (" + status + ")");
        return new Reading.Says<>(words, words + " " + Json.text(json, "urlhaus_reference"));
    }
}
