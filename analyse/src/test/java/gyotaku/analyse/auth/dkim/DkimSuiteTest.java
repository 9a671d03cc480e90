package gyotaku.analyse.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.TagList;
import gyotaku.analyse.auth.TxtZone;
import gyotaku.model.mail.Source;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signed mails of Mail::DKIM, dkimpy, MimeKit, mailauth, eml_analyzer, stalwart and SpamAssassin, read where they lie.
class DkimSuiteTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long NOW = 1_780_000_000L;

    /// Cases of Mail::DKIM that today's RFCs do not cover, by why.
    private static final Map<String, List<String>> OUT_OF_DATE = Map.of(
            "DomainKeys (RFC 4870) is historic and not evaluated",
            List.of(
                    "good_dk_gmail.txt",
                    "good_dk_yahoo.txt",
                    "good_dk_1.txt",
                    "good_dk_2.txt",
                    "good_dk_3.txt",
                    "good_dk_4.txt",
                    "good_dk_5.txt",
                    "good_dk_6.txt",
                    "good_dk_7.txt",
                    "dk_headers_1.txt",
                    "dk_headers_2.txt",
                    "dk_multiple_1.txt"),
            "made after a draft, with v=0.5 or no v= (RFC 6376 3.5 demands v=1)",
            List.of(
                    "good_ietf00_1.txt",
                    "good_ietf00_2.txt",
                    "good_ietf00_3.txt",
                    "good_ietf00_4.txt",
                    "good_ietf00_5.txt",
                    "good_ietf01_1.txt",
                    "good_ietf01_2.txt",
                    "mine_ietf01_1.txt",
                    "mine_ietf01_2.txt",
                    "mine_ietf01_3.txt",
                    "mine_ietf01_4.txt",
                    "mine_ietf05_1.txt",
                    "multiple_1.txt",
                    "no_body_1.txt",
                    "no_body_2.txt",
                    "no_body_3.txt"));

    /// Cases of Mail::DKIM with `g=` in the key, which RFC 6376 (appendix C) took away: it is ignored, and the
    /// signatures,
    /// of rsa-sha1 with 512 bits, are right.
    private static final List<String> GRANULARITY =
            List.of("badkey_8.txt", "badkey_9.txt", "badkey_12.txt", "badkey_13.txt");

    @TestFactory
    Stream<DynamicTest> mailDkim() throws IOException {
        Path folder = Suites.folder("dkim/mail-dkim");
        TxtZone zone = fakeDns(folder.resolve("FAKE_DNS.dat"));
        return JSON.readTree(Files.readString(folder.resolve("expected.json"))).values().stream()
                .map(each -> DynamicTest.dynamicTest(each.path("file").asString(), () -> {
                    String file = each.path("file").asString();
                    List<DkimResult> results = results(folder.resolve("corpus").resolve(file), zone);
                    check(file, each, results);
                }));
    }

    private static void check(String file, JsonNode given, List<DkimResult> results) {
        boolean outOfDate = OUT_OF_DATE.values().stream().anyMatch(files -> files.contains(file));
        boolean due = given.path("result").asString().equals("pass") && !outOfDate || GRANULARITY.contains(file);
        boolean right = results.stream().anyMatch(DkimSuiteTest::isRight);
        assertThat(right).as("%s: %s", file, results).isEqualTo(due);
    }

    /// Most of these mails are of the time of rsa-sha1: right, and too weak to count.
    private static boolean isRight(DkimResult result) {
        return result.isPass() || result instanceof DkimResult.TooWeak;
    }

    @TestFactory
    Stream<DynamicTest> stalwart() throws IOException {
        Path folder = Suites.folder("dkim/stalwart");
        return files(folder, name -> name.matches("\\d+\\.txt"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String text = latin1(file);
                    int empty = text.indexOf("\n\n");
                    empty = empty < 0 ? text.indexOf("\r\n\r\n") : empty;
                    TxtZone zone = new TxtZone();
                    text.substring(0, empty)
                            .lines()
                            .forEach(line -> zone.txt(
                                    line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
                    String mail = text.substring(empty).stripLeading();
                    List<DkimResult> results = results(mail, zone, signedAt(mail));
                    assertThat(results).isNotEmpty().allMatch(DkimResult::isPass);
                }));
    }

    /// Some of these signatures expired years ago.
    private static long signedAt(String mail) {
        return RawMessage.of(Source.of(mail.getBytes(StandardCharsets.ISO_8859_1))).fields("dkim-signature").stream()
                .map(field -> TagList.lenient(field.body()))
                .mapToLong(tags -> Long.parseLong(tags.get("t", "0")))
                .max()
                .orElse(NOW);
    }

    @TestFactory
    Stream<DynamicTest> withTheirKeys() {
        Path dkimpy = Suites.folder("dkim/dkimpy");
        Path mimekit = Suites.folder("dkim/mimekit/dkim");
        Path mailauth = Suites.folder("dkim/mailauth/dkim/ec/fixtures");
        return Stream.of(
                test("rfc6376.signed.msg", () -> pass(dkimpy.resolve("rfc6376.signed.msg"), rfc8463())),
                test("ed25519test2.msg", () -> pass(dkimpy.resolve("ed25519test2.msg"), exim(dkimpy))),
                test("rfc8463-example.msg", () -> pass(mimekit.resolve("rfc8463-example.msg"), rfc8463())),
                test("signed.eml", () -> pass(mailauth.resolve("signed.eml"), rfc8463())),
                test("gmail.msg", () -> pass(mimekit.resolve("gmail.msg"), gmail(mimekit))),
                test("related.msg", () -> pass(mimekit.resolve("related.msg"), gmail(mimekit))),
                test(
                        "multipart-no-end-boundary.msg",
                        () -> pass(mimekit.resolve("multipart-no-end-boundary.msg"), gmail(mimekit))));
    }

    private static DynamicTest test(String name, org.junit.jupiter.api.function.Executable test) {
        return DynamicTest.dynamicTest(name, test);
    }

    private static void pass(Path file, TxtZone zone) throws IOException {
        assertThat(results(file, zone)).isNotEmpty().anyMatch(DkimResult::isPass);
    }

    private static TxtZone exim(Path folder) throws IOException {
        return new TxtZone()
                .txt(
                        "sed._domainkey.test.ex",
                        Files.readString(folder.resolve("eximtest.dns")).strip());
    }

    /// Records of keys that dkimpy keeps for its tests: two good ones, and what is wrong with the others.
    @TestFactory
    Stream<DynamicTest> keyRecords() {
        Path folder = Suites.folder("dkim/dkimpy");
        Map<String, String> expected = Map.of(
                "test.txt", "rsa",
                "test2.txt", "rsa",
                "badk.txt", "ed25519-sha256",
                "badversion.txt", "KEY_SYNTAX",
                "test_tlsrpt.txt", "rsa");
        return expected.entrySet().stream()
                .map(each -> test(
                        each.getKey(),
                        () -> assertThat(type(Files.readString(folder.resolve(each.getKey()))
                                        .strip()))
                                .isEqualTo(each.getValue())));
    }

    private static String type(String record) {
        try {
            return DkimParser.key(record).type();
        } catch (DkimProblem problem) {
            return problem.fault().name();
        }
    }

    /// RFC 8463 appendix A.2.
    private static TxtZone rfc8463() {
        return new TxtZone()
                .txt(
                        "brisbane._domainkey.football.example.com",
                        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
                .txt(
                        "test._domainkey.football.example.com",
                        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bd"
                                + "OKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9Pz"
                                + "oxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");
    }

    private static TxtZone gmail(Path folder) throws IOException {
        String pem = Files.readString(folder.resolve("gmail.pub"));
        String key = pem.lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining());
        return new TxtZone().txt("20120113._domainkey.gmail.com", "v=DKIM1; k=rsa; p=" + key);
    }

    /// Their keys are in no file, so what can be said is whether the body is the one that was signed.
    @TestFactory
    Stream<DynamicTest> spamAssassin() throws IOException {
        Path folder = Suites.folder("dkim/spamassassin");
        return files(folder, name -> name.matches("test-(pass|fail)-\\d+\\.msg"))
                .map(file -> {
                    String name = file.getFileName().toString();
                    return DynamicTest.dynamicTest(name, () -> {
                        List<DkimResult> results = results(file, new TxtZone());
                        if (name.startsWith("test-pass")) {
                            assertThat(results).anyMatch(DkimResult.KeyGone.class::isInstance);
                        } else {
                            assertThat(results).noneMatch(DkimResult::isPass);
                        }
                    });
                });
    }

    @TestFactory
    Stream<DynamicTest> emlAnalyzer() {
        Path folder = Suites.folder("dkim/eml_analyzer/tests/fixtures/emails/dkim");
        return Stream.of(
                test(
                        "no_signature.eml",
                        () -> assertThat(results(folder.resolve("no_signature.eml"), new TxtZone()))
                                .isEmpty()),
                test(
                        "invalid.eml",
                        () -> assertThat(results(folder.resolve("invalid.eml"), new TxtZone()))
                                .noneMatch(DkimResult::isOpen)),
                test(
                        "valid.eml",
                        () -> assertThat(results(folder.resolve("valid.eml"), new TxtZone()))
                                .hasSize(1)));
    }

    /// Real mails whose keys are not at hand: every signature is read, and those of unchanged bodies reach the key.
    @TestFactory
    Stream<DynamicTest> mailauth() throws IOException {
        return files(Suites.folder("dkim/mailauth/fixtures"), name -> name.endsWith(".eml"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<DkimResult> results = results(file, new TxtZone());
                    assertThat(results).noneMatch(DkimResult.PermError.class::isInstance);
                }));
    }

    private static Stream<Path> files(Path folder, Predicate<String> named) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .forEach(found::add);
        }
        return found.stream();
    }

    private static String latin1(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<DkimResult> results(Path file, TxtZone zone) throws IOException {
        return results(latin1(file), zone, NOW);
    }

    private static List<DkimResult> results(String mail, TxtZone zone, long at) {
        byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
        return DkimVerifier.verify(RawMessage.of(Source.of(bytes)), at, new KeyBook(zone)).stream()
                .map(DkimVerifier.Outcome::result)
                .toList();
    }

    static TxtZone fakeDns(Path file) throws IOException {
        TxtZone zone = new TxtZone();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            int space = line.indexOf(' ');
            if (space <= 0 || line.startsWith("#")) {
                continue;
            }
            String name = line.substring(0, space);
            String text = line.substring(space).strip();
            if (text.startsWith("~~")) {
                zone.failing(name);
            } else if (!text.equals("NXDOMAIN")) {
                zone.txt(name, text);
            }
        }
        return zone;
    }
}
