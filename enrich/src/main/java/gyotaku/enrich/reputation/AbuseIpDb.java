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
import gyotaku.model.IpAddress;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// AbuseIPDB v2: how sure its reporters are that an address attacks.
@AutoService(Source.class)
public final class AbuseIpDb implements Service {

    private static final String SOURCE = "abuseipdb";
    private static final Endpoint ENDPOINT = Endpoint.keyed(SOURCE, "https://api.abuseipdb.com/", "AbuseIPDB");

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return "AbuseIPDB";
    }

    @Override
    public List<Setting> settings() {
        return ENDPOINT.settings();
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "api.abuseipdb.com").atMost(5, Duration.ofSeconds(1));
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return ENDPOINT.hindrance(settings);
    }

    /// Below it AbuseIPDB itself advises against acting on reports.
    private static final int SCORE = 25;

    private static final int DAYS = 90;

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        return subjects.stream()
                .filter(Subject.Address.class::isInstance)
                .map(address -> Inquiry.of(SOURCE, address.text(), address))
                .toList();
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        String query = "api/v2/check?maxAgeInDays=" + DAYS + "&ipAddress=" + Endpoint.escaped(subject);
        return HttpBody.of(
                wire.http().keyed(ENDPOINT.at(wire.settings(), query), Map.of("Key", ENDPOINT.key(wire.settings()))));
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return HttpBody.read(body, json -> scored(json.path("data"), subject));
    }

    private static Reading<String> scored(JsonNode data, Subject subject) {
        Optional<IpAddress> about = IpAddress.parse(Json.text(data, "ipAddress"));
        if (about.filter(ip -> ip.toString().equals(subject.text())).isEmpty()) {
            return Reading.unreadable("the answer is about another address");
        }
        int score = data.path("abuseConfidenceScore").asInt(0);
        String words =
                "score " + score + " of 100, " + data.path("totalReports").asInt(0) + " reports in " + DAYS + " days";
        return score >= SCORE ? new Reading.Says<>(words, words) : new Reading.Nothing<>(words);
    }
}
