package gyotaku.analyse.auth.dmarc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.MailOf;
import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.Identifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.State;
import gyotaku.analyse.auth.spf.Question;
import gyotaku.analyse.auth.spf.SpfVerifier;
import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Resolver.RecordType;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tables of mailauth and OpenDMARC, read where they lie.
class DmarcSuiteTest {

    private static final JsonMapper JSON = new JsonMapper();

    /// Cases in which the table asks for something else than RFC 9989, with the reason.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "does not inherit the org policy when the author domain publishes multiple records (§4.10 step 2)",
            "RFC 9989 4.10 discards both records and walks on; the table ends the walk");

    /// What the tables say of mailauth's own output, for which there is no counterpart.
    private static final Set<String> NOT_OURS =
            Set.of("error", "rr", "info", "status.comment", "alignment.dkim.underSized", "p", "sp", "pct");

    @TestFactory
    Stream<DynamicTest> compliance() throws IOException {
        return table("rfc9989-compliance.json");
    }

    @TestFactory
    Stream<DynamicTest> verify() throws IOException {
        return table("dmarc-verify.json");
    }

    @TestFactory
    Stream<DynamicTest> openDmarcAlignment() throws IOException {
        Path file = Suites.folder("dmarc/opendmarc").resolve("alignment.json");
        return JSON.readTree(Files.readString(file)).values().stream().map(each -> {
            String a = each.path("a").asString();
            String b = each.path("b").asString();
            return DynamicTest.dynamicTest(a + " " + b + " " + each.path("mode").asString(), () -> {
                String from = dotless(b);
                boolean strict = each.path("mode").asString().equals("strict");
                TxtZone zone = new TxtZone();
                String tags = "v=DMARC1; p=none" + (strict ? "; adkim=s" : "");
                String organization =
                        MailOf.SUFFIXES.registrable(new DomainName(from)).ascii();
                new TreeSet<>(List.of(from, organization)).forEach(name -> zone.txt("_dmarc." + name, tags));
                DmarcResult result = DmarcVerifier.verify(
                                new DmarcVerifier.Question(
                                        List.of(from), List.of(new Identifier("DKIM", dotless(a), State.PASSED))),
                                zone,
                                MailOf.SUFFIXES)
                        .result();
                assertThat(result.word().equals("pass"))
                        .as(result.toString())
                        .isEqualTo(each.path("aligned").asBoolean());
            });
        });
    }

    /// Mails of SpamAssassin's test domains; the policy of each is in its file name, and here in the zone.
    @TestFactory
    Stream<DynamicTest> spamAssassin() {
        Path folder = Suites.folder("dmarc/spamassassin");
        Map<String, String> expected = new TreeMap<>(Map.of(
                "nice/dmarc/noneok.eml", "pass none",
                "nice/dmarc/quarok.eml", "pass quarantine",
                "nice/dmarc/rejectok.eml", "pass reject",
                "nice/dmarc/strictrejectok.eml", "pass reject",
                "spam/dmarc/nodmarc.eml", "none ",
                "spam/dmarc/noneko.eml", "fail none",
                "spam/dmarc/quarko.eml", "fail quarantine",
                "spam/dmarc/rejectko.eml", "fail reject",
                "spam/dmarc/strictrejectko.eml", "fail reject"));
        TxtZone zone = new TxtZone();
        List.of("none", "quarantine", "reject", "reject; adkim=s; aspf=s").forEach(policy -> {
            String name = "dmarc" + (zone.names() / 2 + 1) + ".spamassassin.org";
            zone.txt("_dmarc." + name, "v=DMARC1; p=" + policy).txt(name, "v=spf1 ip4:64.142.3.173 -all");
        });
        return expected.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThat(
                                        spamAssassin(Files.readString(folder.resolve(each.getKey()), ISO_8859_1), zone))
                                .isEqualTo(each.getValue())));
    }

    private static final Pattern CLIENT = Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f.:]+)\\]");
    private static final Pattern SENDER = Pattern.compile("(?im)^Return-Path: <(\\S+@(\\S+))>");
    private static final Pattern AUTHOR = Pattern.compile("(?im)^From:.*@([A-Za-z0-9.-]+)");

    private static String spamAssassin(String mail, TxtZone zone) {
        Matcher client = CLIENT.matcher(mail);
        Matcher sender = SENDER.matcher(mail);
        Matcher author = AUTHOR.matcher(mail);
        assertThat(client.find() && sender.find() && author.find()).isTrue();
        String spf = SpfVerifier.verify(
                        new Question(
                                IpAddress.parse(client.group(1)).orElseThrow(),
                                "mail.example.com",
                                sender.group(1),
                                "",
                                0),
                        zone)
                .result()
                .word();
        State state = spf.equals("pass") ? State.PASSED : State.FAILED;
        DmarcResult result = DmarcVerifier.verify(
                        new DmarcVerifier.Question(
                                List.of(author.group(1)), List.of(new Identifier("SPF", sender.group(2), state))),
                        zone,
                        MailOf.SUFFIXES)
                .result();
        return result.word() + " "
                + result.policy().map(policy -> policy.asked().word()).orElse("");
    }

    private static String dotless(String name) {
        return name.replaceAll("^\\.+|\\.+$", "");
    }

    private static Stream<DynamicTest> table(String name) throws IOException {
        Path file = Suites.folder("dmarc/mailauth-tables").resolve(name);
        return JSON.readTree(Files.readString(file)).values().stream().map(each -> {
            String title = each.path("name").asString();
            String last = title.substring(title.lastIndexOf(" > ") + 3);
            return DynamicTest.dynamicTest(last, () -> check(last, each));
        });
    }

    private static void check(String title, JsonNode given) {
        List<String> differences = new ArrayList<>();
        for (JsonNode expected : given.path("expect")) {
            JsonNode call = given.path("calls").path(expected.path("call").asInt());
            String path = expected.path("path").asString();
            if (expected.path("op").asString().equals("equal") && !NOT_OURS.contains(path)) {
                String actual = actual(path, call);
                String due = expected.path("args").path(0).asString();
                if (!actual.equals(due)) {
                    differences.add(path + ": " + due + ", not " + actual);
                }
            }
        }
        if (EXCEPTIONS.containsKey(title)) {
            assertThat(differences).as("no exception any more: " + title).isNotEmpty();
        } else {
            assertThat(differences).as(title).isEmpty();
        }
    }

    private static String actual(String path, JsonNode call) {
        TxtZone zone = zone(call.path("zone"));
        JsonNode from = call.path("input").path("headerFrom");
        String address = from.isArray() ? from.path(0).asString() : from.asString();
        String domain = address.substring(address.indexOf('@') + 1);
        List<Identifier> identifiers = new ArrayList<>();
        identifiers(call.path("input").path("dkimDomains"), "DKIM", identifiers);
        identifiers(call.path("input").path("spfDomains"), "SPF", identifiers);
        DmarcResult result = DmarcVerifier.verify(
                        new DmarcVerifier.Question(List.of(domain), identifiers), zone, MailOf.SUFFIXES)
                .result();
        return switch (path) {
            case "status.result" -> result.word();
            case "policy" ->
                result.policy().map(policy -> policy.asked().word()).orElse("");
            case "status.header.from" -> domain;
            case "domain", "status.header.d" ->
                new PolicyBook(zone)
                        .walk(domain)
                        .organization()
                        .filter(_ -> !ownRecordCounts(path, zone, domain))
                        .orElse(domain);
            case "alignment.spf.result" -> aligned(result, "SPF", zone);
            case "alignment.dkim.result" -> aligned(result, "DKIM", zone);
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static boolean ownRecordCounts(String path, TxtZone zone, String domain) {
        return path.equals("status.header.d") && new PolicyBook(zone).at(domain) instanceof PolicyBook.Entry.Published;
    }

    private static String aligned(DmarcResult result, String method, TxtZone zone) {
        return result instanceof DmarcResult.Pass pass
                ? pass.aligned().stream()
                        .filter(each -> each.method().equals(method))
                        .findFirst()
                        .flatMap(
                                each -> new PolicyBook(zone).walk(each.domain()).organization())
                        .orElse("")
                : "";
    }

    private static void identifiers(JsonNode domains, String method, List<Identifier> identifiers) {
        for (JsonNode each : domains) {
            String domain =
                    each.isString() ? each.asString() : each.path("domain").asString();
            identifiers.add(new Identifier(method, domain, State.PASSED));
        }
    }

    private static TxtZone zone(JsonNode names) {
        TxtZone zone = new TxtZone();
        for (Map.Entry<String, JsonNode> name : names.properties()) {
            for (Map.Entry<String, JsonNode> type : name.getValue().properties()) {
                if (type.getKey().equals("error")) {
                    zone.failing(name.getKey());
                } else {
                    type.getValue()
                            .forEach(record ->
                                    zone.with(name.getKey(), RecordType.valueOf(type.getKey()), text(record)));
                }
            }
        }
        return zone;
    }

    private static String text(JsonNode record) {
        if (record.isArray()) {
            StringBuilder joined = new StringBuilder();
            record.forEach(part -> joined.append(part.asString()));
            return joined.toString();
        }
        return record.isObject()
                ? record.path("priority").asString() + " "
                        + record.path("exchange").asString()
                : record.asString();
    }
}
