package gyotaku.app;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as its user meets it.
final class CommandLineTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final byte[] MAIL = mail("");

    private static final java.security.KeyPair ED25519 = pair();
    private static final java.security.KeyPair OTHER = pair();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static byte[] mail(String more) {
        return """
                Received: from mail.example.net (mail.example.net [192.0.2.7])
                \tby mx.example.co.jp with ESMTP; Sun, 1 Mar 2026 08:00:00 +0900
                From: Taro <taro@example.net>
                To: hanako@example.co.jp
                Subject: lunch
                Date: Sun, 1 Mar 2026 08:00:00 +0900

                See you at noon.
                """.concat(more).getBytes(StandardCharsets.UTF_8);
    }

    private record Run(int exit, String out, String err) {}

    private Run run(byte[] in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(in), new PrintWriter(out), new PrintWriter(err), false, Lang.EN);
        int exit = Main.run(terminal, NOW, args);
        terminal.flush();
        return new Run(exit, out.toString(), err.toString());
    }

    private Run analyze(Path... samples) {
        Stream<String> options = Stream.of("analyze", "--offline", "--out", cases().toString());
        return run(
                new byte[0],
                Stream.concat(options, Arrays.stream(samples).map(Path::toString))
                        .toArray(String[]::new));
    }

    private Path cases() {
        return folder.resolve("cases");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private List<Path> caseFolders() throws IOException {
        if (!Files.exists(cases())) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(cases())) {
            return inside.toList();
        }
    }

    @Test
    void oneMailBecomesOneFolderThatReplaysAndVerifies() throws IOException {
        Run first = analyze(file("lunch.eml", MAIL));

        assertThat(first.exit()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(caseFolders()).hasSize(1);
        String made = caseFolders().get(0).toString();
        assertThat(run(new byte[0], "verify", made).exit()).isZero();
        Run again = run(
                new byte[0], "replay", made, "--out", folder.resolve("again").toString());
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("byte-identical");
    }

    @Test
    void oneChangedByteIsNamed() throws IOException {
        analyze(file("lunch.eml", MAIL));
        Path made = caseFolders().get(0);
        Files.write(made.resolve("evidence/sample.eml"), mail("x"));

        Run verified = run(new byte[0], "verify", made.toString());

        assertThat(verified.exit()).isEqualTo(3);
        assertThat(verified.err()).contains("evidence/sample.eml");
    }

    @Test
    void whatIsNoMailIsNamedAndTheOthersAreAnalysed() throws IOException {
        Path empty = file("empty.eml", new byte[0]);
        Path picture = file("picture.jpg", new byte[] {-1, -40, -1, -32, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 72});
        Path missing = folder.resolve("missing.eml");
        Path good = file("good.eml", MAIL);

        Run run = analyze(empty, picture, missing, good);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("gyotaku: "))
                .anySatisfy(line -> assertThat(line).contains("empty.eml"))
                .anySatisfy(line -> assertThat(line).contains("picture.jpg"))
                .anySatisfy(line -> assertThat(line).contains("missing.eml"));
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(caseFolders()).hasSize(1);
    }

    @Test
    void aMailLargerThanTheLimitIsAnalysedAndMarked() throws IOException {
        byte[] large = Arrays.copyOf(MAIL, 60 << 20);
        Arrays.fill(large, MAIL.length, large.length, (byte) 'x');

        Run run = analyze(file("large.eml", large));

        assertThat(run.exit()).isZero();
        assertThat(Files.readString(caseFolders().get(0).resolve("case.json"))).contains("\"messageBytes\"");
    }

    @Test
    void aMailCutAnywhereIsReadOrRefusedInOneLine() throws IOException {
        for (int cut = 0; cut < MAIL.length; cut += 7) {
            Run run = analyze(file("cut.eml", Arrays.copyOf(MAIL, cut)));
            assertThat(run.exit()).as("cut at %d: %s", cut, run.err()).isIn(0, 3);
            assertThat(run.err().lines().count()).isEqualTo(run.exit() == 0 ? 0 : 1);
        }
        assertThat(caseFolders())
                .allSatisfy(made -> assertThat(made.getFileName().toString()).doesNotStartWith("."));
    }

    @Test
    void standardInputAndAnMboxAreRead() throws IOException {
        Run fromInput = run(MAIL, "analyze", "--offline", "--out", cases().toString(), "-");
        byte[] from = "From taro@example.net Sun Mar  1 08:00:00 2026\n".getBytes(StandardCharsets.UTF_8);
        byte[] mbox = (new String(from, StandardCharsets.UTF_8) + new String(MAIL, StandardCharsets.UTF_8) + "\n")
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8);
        Run scanned = run(new byte[0], "scan", file("all.mbox", mbox).toString());

        assertThat(fromInput.exit()).isZero();
        assertThat(caseFolders()).hasSize(1);
        assertThat(scanned.out().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("\"error\":null"));
    }

    @Test
    void ofAMaildirOnlyTheMessagesAreRead() throws IOException {
        for (String place :
                List.of("cur/1.host:2,S", "new/2.host", "tmp/3.host", ".Sent/cur/4.host:2,FS", ".Sent/tmp/5")) {
            Path message = folder.resolve("mail").resolve(place);
            Files.createDirectories(message.getParent());
            Files.write(message, MAIL);
        }
        Files.writeString(folder.resolve("mail/dovecot-uidlist"), "3 V1 N5");
        Files.createDirectories(folder.resolve("mail/.Empty"));

        Run scanned = run(new byte[0], "scan", folder.resolve("mail").toString());

        assertThat(scanned.exit()).isZero();
        assertThat(scanned.out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains(".Sent/cur/4.host:2,FS"),
                        line -> assertThat(line).contains("mail/cur/1.host:2,S"),
                        line -> assertThat(line).contains("mail/new/2.host"));
    }

    @Test
    void anEarlierCaseIsMovedAsideAndNotLost() throws IOException {
        Path sample = file("lunch.eml", MAIL);
        analyze(sample);
        Path made = caseFolders().get(0);
        Files.writeString(made.resolve("evidence/recording.json"), "another look");

        analyze(sample);

        assertThat(caseFolders()).hasSize(2);
        assertThat(made.resolveSibling(made.getFileName() + "~1").resolve("evidence/recording.json"))
                .hasContent("another look");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "analyze --lang xx a.eml", "analyze --no-such-option a.eml", "nothing", ""})
    void wrongUsageIsExitTwoAndSaysHowToGoOn(String line) {
        Run run = run(new byte[0], line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void anUnknownSettingIsNamedWithItsFile() throws IOException {
        Path config = file("gyotaku.yaml", "dns:\n  server: 127.0.0.1:53\n".getBytes(StandardCharsets.UTF_8));

        Run run = run(new byte[0], "config", "--config", config.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("dns.server").contains("gyotaku.yaml");
    }

    @Test
    void settingsOfAFileAreShownWithTheirOriginAndKeysAreNot() throws IOException {
        Path config = file("gyotaku.yaml", """
                dns:
                  servers: ["127.0.0.1:5353", "127.0.0.2:53"]
                safebrowsing:
                  key: "very-secret"
                privacy: urls
                """.getBytes(StandardCharsets.UTF_8));

        Run run = run(new byte[0], "config", "--config", config.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("dns.servers: 127.0.0.1:5353,127.0.0.2:53")
                .contains("privacy: urls")
                .contains("set by: " + config)
                .doesNotContain("very-secret");
    }

    @Test
    void aKeySignsTheCaseAndVerifyDemandsIt() throws Exception {
        Path key = file("key.pem", pem("PRIVATE KEY", ED25519.getPrivate().getEncoded()));
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Path config = file("gyotaku.yaml", ("evidence:\n  key: " + key + "\n").getBytes(StandardCharsets.UTF_8));
        Path sample = file("lunch.eml", MAIL);

        Run run = run(
                new byte[0],
                "analyze",
                "--offline",
                "--config",
                config.toString(),
                "--out",
                cases().toString(),
                sample.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        String made = caseFolders().get(0).toString();
        String own = caseFolders().get(0).resolve("evidence/manifest.pub").toString();
        String other = file("other.pub", pem("PUBLIC KEY", OTHER.getPublic().getEncoded()))
                .toString();

        assertThat(run(new byte[0], "verify", made).out()).contains("signed by the key SHA-256");
        assertThat(run(new byte[0], "verify", "--key", own, made).exit()).isZero();
        assertThat(run(new byte[0], "verify", "--key", other, made).exit()).isEqualTo(3);
        assertThat(run(new byte[0], "verify", "--key", sample.toString(), made).exit())
                .isEqualTo(2);
        Run again = run(
                new byte[0], "replay", made, "--out", folder.resolve("again").toString());
        assertThat(again.out()).contains("byte-identical");
    }

    @Test
    void aKeyThatOthersCanReadIsRefusedBeforeAnyWork() throws IOException {
        Path key = file("key.pem", pem("PRIVATE KEY", ED25519.getPrivate().getEncoded()));
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Path config = file("gyotaku.yaml", ("evidence:\n  key: " + key + "\n").getBytes(StandardCharsets.UTF_8));

        Run run = run(
                new byte[0],
                "analyze",
                "--offline",
                "--config",
                config.toString(),
                "--out",
                cases().toString(),
                file("lunch.eml", MAIL).toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("evidence.key").contains("chmod 600");
        assertThat(caseFolders()).isEmpty();
    }

    @Test
    void aTimeStampThatIsMissingIsToldAndTheCaseWrittenAllTheSame() throws IOException {
        Path config = file("gyotaku.yaml", "evidence:\n  tsa: http://127.0.0.1:9/\n".getBytes(StandardCharsets.UTF_8));

        Run run = run(
                new byte[0],
                "analyze",
                "--offline",
                "--config",
                config.toString(),
                "--out",
                cases().toString(),
                file("lunch.eml", MAIL).toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("the time stamp is missing");
        assertThat(run(new byte[0], "verify", caseFolders().get(0).toString()).out())
                .contains("no time stamp");
    }

    @Test
    void aLookAtNoCaseOrABrokenOneOrOneWithoutPagesIsRefusedInOneLine() throws IOException {
        analyze(file("lunch.eml", MAIL));
        Path made = caseFolders().get(0);

        Run nothing = run(new byte[0], "recheck", made.toString());
        Run none = run(new byte[0], "recheck", folder.toString());
        Files.write(made.resolve("case.json"), new byte[0]);
        Run broken = run(new byte[0], "recheck", made.toString());

        assertThat(nothing.err()).contains("no page to look at");
        assertThat(none.err()).contains("is no case folder");
        assertThat(broken.err()).contains("case.json is not the file");
        assertThat(List.of(nothing, none, broken)).allSatisfy(run -> {
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err().lines()).hasSize(1);
        });
        assertThat(made.resolve("looks")).doesNotExist();
    }

    private static byte[] pem(String label, byte[] der) {
        String body = java.util.Base64.getEncoder().encodeToString(der);
        return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static java.security.KeyPair pair() {
        try {
            return java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
