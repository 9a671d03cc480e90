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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the world answers about a sample: the small JSON file beside it, or nothing.
///
/// ```
/// dns: {"example.net TXT": ["v=spf1 -all"]}          any other name does not exist
/// reverse: {"203.0.113.5": null, "203.0.113.6": {"name": "x.example.net", "confirmed": false}}
/// registered: {"example.net": "2026-05-10T00:00:00Z"}
/// listed: {"https://example.net/": "SOCIAL_ENGINEERING"}
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
