package gyotaku.report.render;

import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Why;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Registration;
import gyotaku.model.fact.Reputation;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.Link;
import gyotaku.report.section.AbuseContacts;
import gyotaku.report.section.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/links` of `case.json`.
final class LinksJson {

    private final Case c;
    private final PublicSuffixes suffixes;
    private final AbuseContacts contacts;

    LinksJson(Case c, PublicSuffixes suffixes) {
        this.c = c;
        this.suffixes = suffixes;
        this.contacts = AbuseContacts.of(c, suffixes);
    }

    ArrayNode array() {
        ArrayNode array = Json.array();
        c.mail().links().forEach(link -> array.add(link(link)));
        return array;
    }

    private ObjectNode link(Link link) {
        LinkFacts facts = facts(link);
        ObjectNode node = Json.object();
        node.put("text", link.text()).put("url", link.target().href());
        node.set("written", Json.orNull(link.written()));
        node.set("host", Json.orNull(link.target().host()));
        node.put("context", link.context().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.set("place", Json.orNull(link.place()));
        node.set("wrappers", Json.strings(link.wrappers()));
        node.set("ips", ips(facts));
        node.set("domain", domain(facts));
        node.set("reputation", reputation(facts.reputation()));
        node.set("landing", new LandingJson(facts.landing()).object(facts.securityTxt(), contacts));
        return node;
    }

    private LinkFacts facts(Link link) {
        LinkFacts known = c.facts().links().get(link.target().href());
        return known != null
                ? known
                : new LinkFacts(
                        Lookup.notAsked(Why.Reason.LIMIT),
                        link.target().domain().map(suffixes::registrable),
                        Lookup.notAsked(Why.Reason.LIMIT),
                        List.of(),
                        Lookup.notAsked(Why.Reason.LIMIT));
    }

    private ArrayNode ips(LinkFacts facts) {
        ArrayNode array = Json.array();
        facts.addresses().found().ifPresent(addresses -> addresses.forEach(ip -> array.add(ip(ip))));
        return array;
    }

    private ObjectNode ip(IpAddress ip) {
        IpFacts facts = c.facts().ip(ip);
        ObjectNode node = Json.object().put("address", ip.toString());
        node.set("ptr", Json.orNull(facts.reverse().found().map(IpFacts.Reverse::name)));
        node.set(
                "country",
                CaseJson.country(facts.network().found(), facts.origin().found()));
        node.set("asn", CaseJson.asn(facts.origin().found()));
        return node;
    }

    private JsonNode domain(LinkFacts facts) {
        return facts.domain()
                .<JsonNode>map(name -> domain(name.ascii(), facts.registration().found()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private ObjectNode domain(String name, Optional<Registration> entry) {
        Optional<Instant> at = entry.flatMap(Registration::registeredAt);
        ObjectNode node = Json.object().put("name", name);
        node.set("registeredAt", Json.time(at));
        node.set(
                "registeredOn",
                Json.orNull(
                        at.map(it -> Times.registeredOn(entry.orElseThrow(), it).toString())));
        node.set("ageAtReceipt", Json.orNull(age(at)));
        node.set("registrar", Json.orNull(entry.map(Registration::registrar)));
        CaseJson.contact(node, entry.map(Registration::abuseContact), contacts);
        return node;
    }

    private Optional<String> age(Optional<Instant> registered) {
        return registered.flatMap(at -> c.mail()
                .receivedAt()
                .map(OffsetDateTime::toInstant)
                .map(received -> iso(Duration.between(at, received))));
    }

    /// ISO 8601 with days, as `P2DT4H10M`; `Duration` itself writes `PT52H10M`.
    static String iso(Duration age) {
        if (age.isNegative()) {
            return "-" + iso(age.negated());
        }
        long days = age.toDays();
        String rest = age.minusDays(days).toString();
        if (days == 0) {
            return rest;
        }
        return "P" + days + "D" + (rest.equals("PT0S") ? "" : rest.substring(1));
    }

    static ArrayNode reputation(List<Reputation> entries) {
        ArrayNode array = Json.array();
        for (Reputation entry : entries) {
            ObjectNode node = array.addObject();
            node.put("source", entry.source()).put("name", entry.name());
            node.set("subject", Json.orNull(entry.subject()));
            node.put("state", entry.threat().state());
            node.set("detail", Json.orNull(detail(entry.threat())));
        }
        return array;
    }

    private static String detail(Lookup<String> lookup) {
        return switch (lookup) {
            case Lookup.Found<String> it -> it.value();
            case Lookup.NotListed<String> _ -> "";
            case Lookup.NotAsked<String> it -> why(it.why());
            case Lookup.Failed<String> it -> why(it.why());
        };
    }

    static String why(Why why) {
        String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return why.detail().isEmpty() ? reason : reason + ": " + why.detail();
    }
}
