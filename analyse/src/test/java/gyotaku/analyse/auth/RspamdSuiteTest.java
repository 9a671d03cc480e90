package gyotaku.analyse.auth;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.MailOf;
import gyotaku.analyse.auth.arc.ArcVerifier;
import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.analyse.auth.dkim.DkimSignature;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.analyse.auth.dkim.SignatureCheck;
import gyotaku.analyse.auth.dmarc.DmarcResult;
import gyotaku.analyse.auth.dmarc.DmarcVerifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.Identifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.State;
import gyotaku.analyse.auth.spf.Question;
import gyotaku.analyse.auth.spf.SpfVerifier;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Resolver.RecordType;
import gyotaku.model.mail.Source;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// rspamd's functional cases of SPF, DKIM, ARC and DMARC, read where they lie: mail, session and DNS together.
class RspamdSuiteTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern AUTHOR = Pattern.compile("@([A-Za-z0-9_.-]+)");

    /// Cases in which rspamd does something else than the RFCs, with the reason.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "SPF FAIL UNRESOLVEABLE INCLUDE", "an include without a record is a permerror (RFC 7208 5.2)",
            "SPF PLUSALL", "a symbol of rspamd's own; here +all is a pass, and the record is shown",
            "SPF ALLOW DNS REQUESTS AT LIMIT", "rspamd allows 30 look-ups, RFC 7208 4.6.4 ten",
            "DKIM Signatures At Limit Are Still Checked", "the key is not in the table",
            "ARC ALLOW CHECK", "the keys are not in the table",
            "DKIM Ignore Unknown Tags", "the key is not in the table");

    /// rspamd follows RFC 7489, whose result is told beside that of RFC 9989 where the two differ. It asks for the key
    /// before it looks at the body, so the key is looked at here even where the body is another.
    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Path folder = Suites.folder("rspamd-functional");
        TxtZone zone = zone(folder.resolve("fake-dns.json"));
        return JSON.readTree(Files.readString(folder.resolve("cases.json"))).values().stream()
                .filter(each -> each.path("suite").asString().matches(".*(dmarc|spf|arc_check|dkim)$"))
                .map(each -> DynamicTest.dynamicTest(each.path("name").asString(), () -> check(folder, each, zone)));
    }

    private static void check(Path folder, JsonNode given, TxtZone zone) throws IOException {
        String name = given.path("name").asString();
        Set<String> symbols = symbols(folder, given, zone);
        List<String> missing = new ArrayList<>();
        given.path("expect").forEach(each -> {
            String symbol = each.path(0).asString();
            if (!symbols.contains(symbol)) {
                missing.add(symbol);
            }
        });
        given.path("expect_not").forEach(each -> {
            if (symbols.contains(each.asString())) {
                missing.add("not " + each.asString());
            }
        });
        if (EXCEPTIONS.containsKey(name)) {
            assertThat(missing).as("no exception any more: " + name).isNotEmpty();
        } else {
            assertThat(missing).as("%s %s", name, symbols).isEmpty();
        }
    }

    private static Set<String> symbols(Path folder, JsonNode given, TxtZone zone) throws IOException {
        byte[] bytes = Suites.bytes(
                folder.resolve("messages").resolve(given.path("file").asString()));
        RawMessage message = RawMessage.of(Source.of(bytes));
        KeyBook keys = new KeyBook(zone);
        Set<String> symbols = new TreeSet<>();
        List<Identifier> identifiers = new ArrayList<>();
        if (given.has("ip")) {
            SpfVerifier.Outcome spf = SpfVerifier.verify(question(given), zone);
            symbols.add(spf(spf.result().word()));
            identifiers.add(
                    new Identifier("SPF", spf.domain(), state(spf.result().word())));
        }
        List<DkimVerifier.Outcome> signatures = DkimVerifier.verify(message, 1_780_000_000L, keys);
        symbols.add(signatures.isEmpty() ? "R_DKIM_NA" : "");
        signatures.forEach(outcome -> {
            symbols.add(dkim(outcome.result()));
            outcome.signature().ifPresent(signature -> {
                symbols.add(key(signature, keys));
                identifiers.add(new Identifier(
                        "DKIM", signature.domain(), state(outcome.result().word())));
            });
        });
        symbols.add(arc(ArcVerifier.verify(message, keys).result().word()));
        DmarcVerifier.Outcome dmarc =
                DmarcVerifier.verify(new DmarcVerifier.Question(authors(message), identifiers), zone, MailOf.SUFFIXES);
        symbols.add(dmarc(dmarc.result()));
        dmarc.earlier().map(RspamdSuiteTest::dmarc).ifPresent(symbols::add);
        return symbols;
    }

    private static String key(DkimSignature signature, KeyBook keys) {
        SignatureCheck.Claim claim = new SignatureCheck.Claim(
                signature.algorithm(), signature.keyName(), signature.domain(), signature.identity());
        return switch (SignatureCheck.check(claim, signature.signature(), "", keys)) {
            case SignatureCheck.Finding.Unusable _, SignatureCheck.Finding.NoKey _ -> "R_DKIM_PERMFAIL";
            case SignatureCheck.Finding.NoAnswer _ -> "R_DKIM_TEMPFAIL";
            case SignatureCheck.Finding.Right _,
                    SignatureCheck.Finding.RightButWeak _,
                    SignatureCheck.Finding.Wrong _ -> "";
        };
    }

    private static Question question(JsonNode given) {
        String sender = given.path("from").asString("").replaceAll("[<>]", "");
        return new Question(
                IpAddress.parse(given.path("ip").asString()).orElseThrow(),
                given.path("helo").asString("mail.example.com"),
                sender,
                "mx.example.com",
                1_780_000_000L);
    }

    private static List<String> authors(RawMessage message) {
        List<String> authors = new ArrayList<>();
        message.fields("from").forEach(field -> {
            Matcher domain = AUTHOR.matcher(field.body());
            while (domain.find()) {
                authors.add(domain.group(1));
            }
        });
        return authors;
    }

    private static State state(String word) {
        return switch (word) {
            case "pass" -> State.PASSED;
            case "temperror" -> State.UNANSWERED;
            default -> State.FAILED;
        };
    }

    private static String spf(String word) {
        return "R_SPF_"
                + switch (word) {
                    case "pass" -> "ALLOW";
                    case "temperror" -> "DNSFAIL";
                    case "permerror" -> "PERMFAIL";
                    case "none" -> "NA";
                    default -> word.toUpperCase(Locale.ROOT);
                };
    }

    private static String dkim(DkimResult result) {
        return "R_DKIM_"
                + switch (result.word()) {
                    case "pass" -> "ALLOW";
                    case "temperror" -> "TEMPFAIL";
                    case "permerror", "neutral" -> "PERMFAIL";
                    default -> "REJECT";
                };
    }

    private static String arc(String word) {
        return word.equals("pass") ? "ARC_ALLOW" : word.equals("none") ? "ARC_NA" : "ARC_INVALID";
    }

    private static String dmarc(DmarcResult result) {
        return switch (result) {
            case DmarcResult.Pass _ -> "DMARC_POLICY_ALLOW";
            case DmarcResult.Fail fail ->
                switch (fail.applied().asked()) {
                    case NONE -> "DMARC_POLICY_SOFTFAIL";
                    case QUARANTINE -> "DMARC_POLICY_QUARANTINE";
                    case REJECT -> "DMARC_POLICY_REJECT";
                };
            case DmarcResult.None _, DmarcResult.PermError _ -> "DMARC_NA";
            case DmarcResult.TempError _, DmarcResult.NotEvaluated _ -> "DMARC_DNSFAIL";
            case DmarcResult.Undecided _ -> "DMARC_UNDECIDED";
        };
    }

    /// What failed in their resolver stands in the table without an answer, as does what has none; the name tells.
    private static TxtZone zone(Path file) throws IOException {
        TxtZone zone = new TxtZone();
        for (JsonNode each : JSON.readTree(Files.readString(file))) {
            String name = each.path("name").asString();
            String type = each.path("type").asString().toUpperCase(Locale.ROOT);
            boolean known = Set.of("A", "AAAA", "MX", "NS", "PTR", "TXT").contains(type);
            if (name.endsWith("dnssec-failed.org")) {
                zone.failing(name);
            } else if (known) {
                each.path("replies").forEach(reply -> zone.with(name, RecordType.valueOf(type), reply.asString()));
            }
        }
        return zone;
    }
}
