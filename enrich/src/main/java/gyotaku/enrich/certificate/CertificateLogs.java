package gyotaku.enrich.certificate;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Json;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.HttpFetch.Standing;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.service.Endpoint;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.enrich.whois.Moment;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import gyotaku.model.fact.Certificates;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A search of the logs of Certificate Transparency in the JSON form of crt.sh. It is slow and often down, so it is
/// asked only where the operator names one.
@AutoService(Source.class)
public final class CertificateLogs implements Source {

    private static final String SOURCE = "ct";
    private static final Setting URL = Setting.place(
            "ct.url", "", "base URL of a search of certificate logs in the form of https://crt.sh/; empty: not asked");

    /// Against a domain with a million certificates.
    private static final int MOST = 10_000;

    public static Question question(DomainName domain) {
        return new Question(SOURCE, domain.ascii());
    }

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public List<Setting> settings() {
        return List.of(URL);
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "ct.url").atMost(1, Duration.ofSeconds(1)).kept(Duration.ofHours(6));
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.own(URL.path()).isEmpty() ? Optional.of(Why.Reason.NOT_CONFIGURED) : Optional.empty();
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        String base =
                wire.settings().own(URL.path()).orElseThrow(() -> new NoAnswer(Why.Reason.NOT_CONFIGURED, URL.path()));
        String query = "?output=json&deduplicate=Y&q=" + Endpoint.escaped(subject);
        URI target = URI.create(base + (base.endsWith("/") ? "" : "/") + query);
        return HttpBody.of(wire.http().get(target, Standing.OPERATORS));
    }

    private record Entry(Instant notBefore, String issuer) {}

    public static Reading<Certificates> read(byte[] body) {
        return HttpBody.readBytes(body, bytes -> {
            Optional<JsonNode> json = Json.read(bytes).filter(JsonNode::isArray);
            return json.isPresent() ? certificates(json.get()) : Reading.unreadable("no JSON array");
        });
    }

    private static Reading<Certificates> certificates(JsonNode array) {
        List<Entry> entries = new ArrayList<>();
        array.valueStream()
                .limit(MOST)
                .forEach(node -> Moment.read(Json.text(node, "not_before"), ZoneOffset.UTC)
                        .ifPresent(moment -> entries.add(new Entry(moment.at(), Json.text(node, "issuer_name")))));
        if (entries.isEmpty()) {
            return array.isEmpty() ? new Reading.Nothing<>("no certificates") : Reading.unreadable("no not_before");
        }
        entries.sort(Comparator.comparing(Entry::notBefore).thenComparing(Entry::issuer));
        Entry latest = entries.getLast();
        Certificates read =
                new Certificates(entries.getFirst().notBefore, latest.notBefore, latest.issuer, entries.size());
        return new Reading.Says<>(read, read.count() + " certificates, the first from " + read.first());
    }
}
