package gyotaku.report.render;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.fact.Bimi;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.report.block.Ledger;
import gyotaku.report.section.AbuseContacts;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `case.json`: the case for programs, `gyotaku-case/1`. Its JSON Schema is `docs/case.schema.json`.
public final class CaseJson {

    private final Case c;
    private final Ledger ledger;
    private final PublicSuffixes suffixes;

    public CaseJson(Case c, Ledger ledger, PublicSuffixes suffixes) {
        this.c = c;
        this.ledger = ledger;
        this.suffixes = suffixes;
    }

    public byte[] bytes() {
        ObjectNode root = Json.object();
        root.put("schema", "gyotaku-case/1").put("id", c.id());
        root.set("sample", sample());
        root.set("analysis", analysis());
        root.set("sender", sender());
        root.set("route", route());
        root.set("auth", auth(c.analysis().authentication()));
        root.set("rendering", new RenderingJson(c).node());
        root.set("links", new LinksJson(c, suffixes).array());
        root.set("attachments", files(c.mail().attachments()));
        root.set("pictures", files(c.mail().pictures()));
        root.set("brand", c.analysis().brand().map(this::brand).orElse(JsonNodeFactory.instance.nullNode()));
        root.put("purpose", c.analysis().purpose().kind().code());
        root.set("findings", findings());
        root.set("verdict", verdict(c.analysis().verdict()));
        root.set("domains", new SubjectsJson(c).domains());
        root.set("addresses", new SubjectsJson(c).addresses());
        root.set("lookups", lookups());
        root.set("truncated", Json.truncated(c.mail().truncated()));
        root.set("defects", defects());
        root.set("failures", failures());
        root.set("evidence", evidence());
        return Json.bytes(root);
    }

    private ObjectNode sample() {
        ObjectNode sample = Json.object();
        sample.put("sha256", c.sample().hex())
                .put("size", c.size())
                .put("subject", c.mail().subject());
        sample.set("marks", Json.strings(c.mail().marks()));
        sample.set("receivedAt", Json.time(c.mail().receivedAt().map(OffsetDateTime::toInstant)));
        sample.set("sentAt", Json.time(c.mail().date().map(OffsetDateTime::toInstant)));
        c.mail().forwarded().ifPresent(forwarded -> sample.set("forwarded", forwarded(forwarded)));
        return sample;
    }

    private static ObjectNode forwarded(Forwarded forwarded) {
        ObjectNode node = Json.object();
        node.put("style", forwarded.style().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.putObject("from")
                .put("address", forwarded.from().address())
                .put("name", forwarded.from().name());
        node.set("to", Json.strings(people(forwarded.to())));
        node.set("cc", Json.strings(people(forwarded.cc())));
        node.put("subject", forwarded.subject()).put("sent", forwarded.sent());
        node.set("sentAt", Json.time(forwarded.sentAt().map(OffsetDateTime::toInstant)));
        return node;
    }

    private static List<String> people(List<Mailbox> boxes) {
        return boxes.stream()
                .map(box -> box.address().isEmpty() ? box.name() : box.address())
                .toList();
    }

    private ObjectNode analysis() {
        ObjectNode analysis = Json.object()
                .put("at", c.facts().at().toString())
                .put("offline", c.facts().offline())
                .put("privacy", c.left());
        analysis.set("sent", new SubjectsJson(c).sent());
        return analysis;
    }

    private ObjectNode sender() {
        ObjectNode sender = Json.object();
        Optional<Mailbox> from = c.mail().from();
        ObjectNode mailbox = sender.putObject("from");
        mailbox.set("address", Json.orNull(from.map(Mailbox::address)));
        mailbox.set("name", Json.orNull(from.map(Mailbox::name)));
        sender.set("envelope", Json.orNull(c.mail().envelope().map(Mailbox::address)));
        Optional<Hop> boundary = c.mail().route().boundary();
        sender.set("ip", Json.orNull(boundary.flatMap(Hop::ip).map(IpAddress::toString)));
        sender.set("helo", Json.orNull(boundary.map(Hop::helo)));
        network(sender, boundary.flatMap(Hop::ip).map(c.facts()::ip), boundary, AbuseContacts.of(c, suffixes));
        return sender;
    }

    private static void network(
            ObjectNode sender, Optional<IpFacts> facts, Optional<Hop> boundary, AbuseContacts contacts) {
        Optional<IpFacts.Network> network = facts.flatMap(it -> it.network().found());
        Optional<IpFacts.Origin> origin = facts.flatMap(it -> it.origin().found());
        sender.set(
                "rdns",
                Json.orNull(facts.flatMap(it -> it.reverse().found())
                        .map(IpFacts.Reverse::name)
                        .or(() -> boundary.map(Hop::rdns))));
        sender.set("country", country(network, origin));
        sender.set("asn", asn(origin));
        sender.set("network", Json.orNull(network.map(IpFacts.Network::name)));
        contact(sender, network.map(IpFacts.Network::abuseContact), contacts);
        sender.putObject("countries")
                .set("registry", Json.orNull(network.map(IpFacts.Network::country)))
                .set("ipData", Json.orNull(origin.map(IpFacts.Origin::country)));
    }

    /// One that is left out is null, with whose it is in a member of its own.
    static void contact(ObjectNode node, Optional<String> contact, AbuseContacts contacts) {
        Optional<AbuseContacts.Harmed> harmed = contact.flatMap(contacts::harmed);
        node.set("abuseContact", Json.orNull(harmed.isPresent() ? Optional.empty() : contact));
        harmed.ifPresent(whose -> node.put("abuseContactLeftOut", whose.code()));
    }

    /// By the registry, else by the IP data.
    static JsonNode country(Optional<IpFacts.Network> network, Optional<IpFacts.Origin> origin) {
        return Json.orNull(network.map(IpFacts.Network::country)
                .filter(code -> !code.isEmpty())
                .or(() -> origin.map(IpFacts.Origin::country)));
    }

    static JsonNode asn(Optional<IpFacts.Origin> origin) {
        return origin.filter(it -> it.asn() != 0)
                .<JsonNode>map(it -> JsonNodeFactory.instance.numberNode(it.asn()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private ObjectNode route() {
        ObjectNode route = Json.object();
        route.put("how", c.mail().route().how().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        route.set("assumption", Json.text(c.mail().route().assumption()));
        ArrayNode hops = route.putArray("hops");
        List<Hop> all = c.mail().route().hops();
        for (int i = 0; i < all.size(); i++) {
            hops.add(hop(all.get(i), i + 1 < all.size() ? all.get(i + 1).at() : Optional.empty()));
        }
        return route;
    }

    private ObjectNode hop(Hop hop, Optional<OffsetDateTime> before) {
        ObjectNode node = Json.object().put("index", hop.index());
        ObjectNode from = node.putObject("from");
        from.set("helo", Json.orNull(hop.helo()));
        from.set("rdns", Json.orNull(hop.rdns()));
        from.set("ip", Json.orNull(hop.ip().map(IpAddress::toString)));
        node.set("by", Json.orNull(hop.by()));
        node.set("at", Json.time(hop.at().map(OffsetDateTime::toInstant)));
        node.set(
                "delaySeconds",
                hop.at()
                        .flatMap(at -> before.map(earlier -> Duration.between(earlier.toInstant(), at.toInstant())
                                .toSeconds()))
                        .<JsonNode>map(JsonNodeFactory.instance::numberNode)
                        .orElse(JsonNodeFactory.instance.nullNode()));
        node.put("trust", hop.standing().name().toLowerCase(Locale.ROOT));
        node.set("evidence", ids(List.of(hop.evidence())));
        return node;
    }

    private ObjectNode auth(Authentication auth) {
        ObjectNode node = Json.object();
        node.set("spf", result(auth.spf()));
        node.set("helo", result(auth.helo()));
        node.set("dkim", dkim(auth));
        node.set("dmarc", dmarc(auth));
        node.set("arc", arc(auth));
        node.put("senderDomain", c.analysis().senderDomain().code());
        node.set("bimi", bimi(c.facts().bimi()));
        ObjectNode claimed = node.putObject("claimed");
        for (String method : List.of("spf", "dkim", "dmarc", "arc")) {
            claimed.set(method, claim(auth.claims(), method));
        }
        ArrayNode claims = node.putArray("claims");
        auth.claims().forEach(claim -> claims.add(claim(claim)));
        return node;
    }

    private ObjectNode bimi(Lookup<Bimi> lookup) {
        Optional<Bimi> found = lookup.found();
        ObjectNode node = Json.object().put("state", lookup.state());
        node.set("domain", Json.orNull(found.map(bimi -> bimi.domain().ascii())));
        node.set("logo", Json.orNull(found.map(Bimi::logo)));
        node.set("authority", Json.orNull(found.map(Bimi::authority)));
        node.set(
                "certificate",
                found.<JsonNode>map(bimi -> certificate(bimi.certificate()))
                        .orElse(JsonNodeFactory.instance.nullNode()));
        node.set("evidence", ids(lookup.seen().stream().toList()));
        return node;
    }

    private ObjectNode certificate(Lookup<Bimi.Certificate> lookup) {
        Optional<Bimi.Certificate> found = lookup.found();
        ObjectNode node = Json.object().put("state", lookup.state());
        node.set("organization", Json.orNull(found.map(Bimi.Certificate::organization)));
        node.set("mark", Json.orNull(found.map(Bimi.Certificate::mark)));
        node.set("issuer", Json.orNull(found.map(Bimi.Certificate::issuer)));
        node.set("names", Json.strings(found.map(Bimi.Certificate::names).orElse(List.of())));
        node.set("evidence", ids(lookup.seen().stream().toList()));
        return node;
    }

    private ObjectNode claim(AuthClaim claim) {
        ObjectNode node = Json.object();
        node.set("method", Json.orNull(claim.method()));
        node.set("result", Json.orNull(claim.result()));
        node.set("by", Json.orNull(claim.by()));
        node.set("domain", Json.orNull(claim.domain()));
        node.set("detail", Json.orNull(claim.detail()));
        node.put("trust", claim.trust().code()).put("planted", claim.planted());
        ArrayNode malformed = node.putArray("malformed");
        claim.malformed().forEach(flaw -> malformed.add(Json.text(flaw)));
        node.set("evidence", ids(List.of(claim.evidence())));
        return node;
    }

    private ObjectNode dkim(Authentication auth) {
        ObjectNode node = result(auth.dkim()).put("weak", auth.isWeakDkim());
        ArrayNode signatures = node.putArray("signatures");
        auth.signatures().forEach(signature -> {
            ObjectNode each = result(signature.outcome()).put("weak", signature.weak());
            each.set("selector", Json.orNull(signature.selector()));
            each.set("algorithm", Json.orNull(signature.algorithm()));
            signatures.add(each);
        });
        return node;
    }

    private ObjectNode dmarc(Authentication auth) {
        ObjectNode node = result(auth.dmarc());
        node.set(
                "policy",
                auth.policy()
                        .<JsonNode>map(policy -> Json.object()
                                .put("domain", policy.domain())
                                .put("tag", policy.tag())
                                .put("asked", policy.asked())
                                .put("record", policy.text()))
                        .orElse(JsonNodeFactory.instance.nullNode()));
        return node;
    }

    private ObjectNode arc(Authentication auth) {
        ObjectNode node = result(auth.arc());
        ArrayNode sealers = node.putArray("sealers");
        auth.sealers()
                .forEach(sealer -> sealers.addObject()
                        .put("instance", sealer.instance())
                        .put("domain", sealer.domain())
                        .put("validation", sealer.validation())
                        .put("trusted", sealer.trusted())
                        .set("evidence", ids(List.of(sealer.evidence()))));
        return node;
    }

    private ObjectNode result(AuthResult result) {
        ObjectNode node = Json.object().put("result", result.result());
        node.set("domain", Json.orNull(result.domain()));
        node.set("reason", Json.text(result.reason()));
        node.set("evidence", ids(result.evidence()));
        return node;
    }

    /// The topmost that the receiving side wrote, else the topmost.
    private JsonNode claim(List<AuthClaim> claims, String method) {
        return claims.stream()
                .filter(claim -> claim.method().equalsIgnoreCase(method))
                .min(Comparator.comparing(claim -> claim.trust() != Trust.STAMPED))
                .<JsonNode>map(claim -> Json.object()
                        .put("result", claim.result())
                        .set("by", Json.orNull(claim.by()))
                        .put("trust", claim.trust().code())
                        .set("evidence", ids(List.of(claim.evidence()))))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private ArrayNode files(List<Attachment> files) {
        ArrayNode array = Json.array();
        for (Attachment file : files) {
            ObjectNode node = array.addObject();
            node.set("name", Json.orNull(file.name()));
            if (!file.otherNames().isEmpty()) {
                node.set("otherNames", Json.strings(file.otherNames()));
            }
            node.put("type", file.type());
            node.set("looksLike", Json.orNull(file.looksLike()));
            node.put("sha256", file.sha256().hex()).put("md5", file.prints().md5());
            node.set("ssdeep", Json.orNull(file.prints().ssdeep()));
            node.put("size", file.size());
            node.set("findings", Json.strings(about(file)));
            OpenedJson.into(node, file.opened());
        }
        return array;
    }

    private List<String> about(Attachment file) {
        return c.analysis().findings().stream()
                .filter(finding -> finding.evidence().stream().anyMatch(evidence -> isOf(evidence, file)))
                .map(Finding::rule)
                .toList();
    }

    private static boolean isOf(Evidence evidence, Attachment file) {
        return evidence instanceof Evidence.InSample seen
                && seen.kind().equals("attachment")
                && seen.span().equals(file.span());
    }

    private JsonNode brand(Brand brand) {
        ObjectNode node =
                Json.object().put("id", brand.id()).put("name", brand.name().ja());
        node.set("names", Json.text(brand.name()));
        node.put("category", brand.category());
        node.set("official", Json.strings(brand.official()));
        node.set("site", Json.orNull(brand.site()));
        node.set("warning", Json.orNull(brand.warning()));
        node.set("never", Json.texts(brand.never()));
        node.set("evidence", ids(brand.evidence()));
        return node;
    }

    private ArrayNode findings() {
        ArrayNode array = Json.array();
        for (Finding finding : c.analysis().findings()) {
            ObjectNode node = array.addObject();
            node.put("rule", finding.rule())
                    .put("family", finding.family().code())
                    .put("polarity", finding.polarity().sign())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("weight", finding.weight());
            node.set("evidence", ids(finding.evidence()));
            node.set("text", Json.text(finding.text()));
        }
        return array;
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = Json.object();
        node.put("class", verdict.kind().name().toLowerCase(Locale.ROOT))
                .put("level", verdict.level().name().toLowerCase(Locale.ROOT))
                .put("score", verdict.score());
        node.set("because", rules(verdict.because()));
        node.set("without", rules(verdict.without()));
        return node;
    }

    private static ArrayNode rules(List<Finding> findings) {
        return Json.strings(findings.stream().map(Finding::rule).distinct().toList());
    }

    private ArrayNode lookups() {
        ArrayNode array = Json.array();
        for (LookupEntry entry : c.lookups()) {
            ObjectNode node = array.addObject();
            node.put("source", entry.source()).put("subject", entry.subject()).put("state", entry.state());
            node.set("detail", Json.orNull(entry.detail()));
            node.put("at", entry.at().toString());
            node.set("sent", Json.orNull(entry.sent()));
        }
        return array;
    }

    private ArrayNode defects() {
        ArrayNode array = Json.array();
        c.mail().defects().forEach(defect -> {
            ObjectNode node = array.addObject();
            node.put("kind", defect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.set("span", span(defect.span()));
            node.put("excerpt", defect.excerpt());
        });
        return array;
    }

    private ArrayNode failures() {
        ArrayNode array = Json.array();
        c.analysis()
                .failures()
                .forEach(
                        failure -> array.addObject().put("rule", failure.rule()).put("problem", failure.problem()));
        return array;
    }

    private ArrayNode evidence() {
        ArrayNode array = Json.array();
        ledger.entries().forEach(entry -> array.add(entry(entry)));
        return array;
    }

    private ObjectNode entry(Evidence evidence) {
        ObjectNode node = Json.object().put("id", ledger.id(evidence));
        switch (evidence) {
            case Evidence.InSample it -> fields(node, it.kind(), "sample", "", span(it.span()), "", "");
            case Evidence.Answered it ->
                fields(
                        node,
                        "answer",
                        it.source(),
                        it.subject(),
                        JsonNodeFactory.instance.nullNode(),
                        it.at().toString(),
                        it.sha256().hex());
            case Evidence.Known it ->
                fields(
                        node,
                        "knowledge",
                        it.source(),
                        it.file(),
                        JsonNodeFactory.instance.nullNode(),
                        it.checked().toString(),
                        "");
        }
        return node.put("trust", evidence.trust().code()).put("excerpt", evidence.excerpt());
    }

    private static void fields(
            ObjectNode node, String kind, String source, String subject, JsonNode span, String at, String sha256) {
        node.put("kind", kind).put("source", source);
        node.set("subject", Json.orNull(subject));
        node.set("span", span);
        node.set("at", Json.orNull(at));
        node.set("sha256", Json.orNull(sha256));
    }

    private static ObjectNode span(ByteSpan span) {
        return Json.object().put("start", span.start()).put("end", span.end());
    }

    private ArrayNode ids(Collection<Evidence> evidence) {
        return Json.strings(ledger.ids(evidence));
    }
}
