package gyotaku.engine;

import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Registration;
import gyotaku.model.fact.Reputation;
import gyotaku.model.fact.Resolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the world answers about a sample: the small JSON file beside it, or nothing.
///
/// ```
/// dns: {"example.net TXT": ["v=spf1 -all"]}          any other name does not exist
/// reverse: {"203.0.113.5": null, "203.0.113.6": {"name": "x.example.net", "confirmed": false}}
/// registered: {"example.net": "2026-05-10T00:00:00Z"}
/// listed: {"https://example.net/": "SOCIAL_ENGINEERING"}
/// pages: {"https://example.net/": {"state": "form", "url": "https://a.example/", "title": "…", "way":
/// ["https://b.example/"],
///     "fields": {"pw": "password"}, "action": "https://c.example/", "notice": "parked",
///     "certificate": {"since": "2026-05-10T00:00:00Z", "fault": ""}, "phone": {"state": "form", "url": "https://…"}}}
/// ```
record SampleFacts(Facts facts, Resolver resolver) {

    static final Instant AT = Instant.parse("2026-05-15T00:00:00Z");

    static SampleFacts beside(Path mail) throws IOException {
        String name = mail.getFileName().toString();
        Path file = mail.resolveSibling(name.substring(0, name.length() - ".eml".length()) + ".json");
        return Files.exists(file) ? of(JsonMapper.shared().readTree(Files.readString(file))) : none();
    }

    static SampleFacts none() {
        return new SampleFacts(Facts.none(AT), (_, _) -> Lookup.notAsked(Why.Reason.OFFLINE));
    }

    private static SampleFacts of(JsonNode json) {
        SortedMap<IpAddress, IpFacts> ips = new TreeMap<>();
        json.path("reverse")
                .properties()
                .forEach(entry -> ips.put(
                        IpAddress.parse(entry.getKey()).orElseThrow(),
                        new IpFacts(
                                reverse(entry.getKey(), entry.getValue()),
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                Lookup.notAsked(Why.Reason.OFFLINE))));
        json.path("listed-addresses")
                .properties()
                .forEach(entry -> ips.put(
                        IpAddress.parse(entry.getKey()).orElseThrow(),
                        new IpFacts(
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                List.of(blocked(entry.getKey(), entry.getValue().asString())))));
        SortedMap<DomainName, DomainFacts> zones = new TreeMap<>();
        json.path("listed-domains")
                .properties()
                .forEach(entry -> zones.put(
                        new DomainName(entry.getKey()),
                        new DomainFacts(
                                new TreeMap<>(),
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                List.of(blocked(entry.getKey(), entry.getValue().asString())))));
        SortedMap<DomainName, Lookup<Registration>> domains = new TreeMap<>();
        json.path("registered")
                .properties()
                .forEach(entry -> domains.put(
                        new DomainName(entry.getKey()),
                        registration(entry.getKey(), entry.getValue().asString())));
        SortedMap<String, LinkFacts> links = new TreeMap<>();
        json.path("listed")
                .properties()
                .forEach(entry -> links.put(
                        entry.getKey(), listed(entry.getKey(), entry.getValue().asString())));
        json.path("pages")
                .properties()
                .forEach(entry -> links.put(entry.getKey(), visited(entry.getKey(), entry.getValue())));
        return new SampleFacts(
                new Facts(AT, false, ips, domains, links, Lookup.notAsked(Why.Reason.OFFLINE), zones),
                resolver(json.path("dns")));
    }

    private static Lookup<IpFacts.Reverse> reverse(String address, JsonNode reverse) {
        Evidence evidence = evidence("dns", address + " PTR", "");
        if (reverse.isNull()) {
            return new Lookup.NotListed<>(evidence);
        }
        Evidence forward = evidence("dns", reverse.path("name").asString() + " A", "");
        Lookup<Boolean> confirmed = new Lookup.Found<>(reverse.path("confirmed").asBoolean(), forward);
        return new Lookup.Found<>(new IpFacts.Reverse(reverse.path("name").asString(), confirmed), evidence);
    }

    private static Lookup<Registration> registration(String domain, String since) {
        return new Lookup.Found<>(
                new Registration(
                        Optional.of(Instant.parse(since)),
                        ChronoUnit.SECONDS,
                        Optional.empty(),
                        "",
                        "",
                        List.of(),
                        List.of(),
                        "rdap"),
                evidence("rdap", domain, since));
    }

    private static LinkFacts listed(String url, String threat) {
        return new LinkFacts(
                Lookup.notAsked(Why.Reason.OFFLINE),
                Optional.empty(),
                Lookup.notAsked(Why.Reason.OFFLINE),
                List.of(new Reputation(
                        "safebrowsing",
                        "Google Safe Browsing",
                        new Lookup.Found<>(threat, evidence("safebrowsing", url, threat)))));
    }

    private static Reputation blocked(String subject, String code) {
        return new Reputation(
                "dnsbl", "list.example", subject, new Lookup.Found<>(code, evidence("dnsbl", subject, code)));
    }

    private static LinkFacts visited(String url, JsonNode page) {
        return new LinkFacts(
                Lookup.notAsked(Why.Reason.OFFLINE),
                Optional.empty(),
                Lookup.notAsked(Why.Reason.OFFLINE),
                List.of(),
                new Lookup.Found<>(landing(url, page), evidence("page", url, page.toString())));
    }

    private static Landing landing(String url, JsonNode page) {
        List<Landing.Redirect> way = new ArrayList<>();
        String from = url;
        for (JsonNode step : page.path("way")) {
            way.add(new Landing.Redirect("http", 302, from, step.asString()));
            from = step.asString();
        }
        String end = page.path("url").asString(from);
        List<Landing.Field> fields = page.path("fields").properties().stream()
                .map(field -> new Landing.Field(field.getValue().asString(), field.getKey(), "", ""))
                .toList();
        return new Landing(
                state(page),
                Landing.Means.BROWSER,
                200,
                way,
                end,
                Optional.empty(),
                page.path("title").asString(""),
                fields.isEmpty()
                        ? List.of()
                        : List.of(new Landing.Form(page.path("action").asString(end), "post", fields)),
                notice(page.path("notice").asString("")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                page.hasNonNull("certificate") ? Optional.of(certificate(page.path("certificate"))) : Optional.empty(),
                page.hasNonNull("phone") ? Optional.of(phone(page.path("phone"))) : Optional.empty(),
                List.of(),
                List.of());
    }

    private static Landing.State state(JsonNode page) {
        return Stream.of(Landing.State.values())
                .filter(state -> state.code().equals(page.path("state").asString("ok")))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Landing.Notice> notice(String kind) {
        return Stream.of(Landing.Notice.Kind.values())
                .filter(one -> one.code().equals(kind))
                .map(one -> new Landing.Notice(one, "", "This page is " + kind))
                .findFirst();
    }

    private static Landing.Tls certificate(JsonNode entry) {
        Instant since = Instant.parse(entry.path("since").asString());
        return new Landing.Tls(
                "CN=www.example.net",
                "CN=Any Authority",
                List.of("www.example.net"),
                since,
                since.plus(90, ChronoUnit.DAYS),
                "TLSv1.3",
                entry.path("fault").asString(""),
                Sha256.of(new byte[] {1}));
    }

    private static Landing.Contrast phone(JsonNode page) {
        return new Landing.Contrast(
                "iPhone Safari", state(page), 200, page.path("url").asString(), "", true);
    }

    private static Resolver resolver(JsonNode dns) {
        return (name, type) -> {
            String question = name + " " + type;
            List<String> records = new ArrayList<>();
            dns.path(question).forEach(record -> records.add(record.asString()));
            return records.isEmpty()
                    ? new Lookup.NotListed<>(evidence("dns", question, ""))
                    : new Lookup.Found<>(records, evidence("dns", question, String.join("\n", records)));
        };
    }

    private static Evidence evidence(String source, String subject, String answer) {
        return new Evidence.Answered(
                source, subject, AT, Sha256.of(answer.getBytes(StandardCharsets.UTF_8)), answer, Trust.VERIFIED);
    }
}
