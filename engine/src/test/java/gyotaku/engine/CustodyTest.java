package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.dissect.Dissector;
import gyotaku.engine.seal.SigningKey;
import gyotaku.engine.seal.Unsound;
import gyotaku.engine.seal.VerifyingKey;
import gyotaku.enrich.egress.StampService;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever becomes of a case folder shows.
final class CustodyTest {

    private static final Path SAMPLE =
            Path.of(System.getProperty("project.root")).resolve("samples/ana-miles");
    private static final int SMALL = 2_000;
    private static final int SAMPLED = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CaseFiles plain;

    @BeforeEach
    void replaySample() throws BrokenCase {
        Recording recording = new CaseFolder(SAMPLE).recording(1);
        plain = switch (new Engine(recording.settings(), new Dissector(Limits.standard())).replay(recording)) {
            case Outcome.Analysed analysed -> analysed.files();
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    private CaseFolder write(CaseFiles files) throws IOException {
        return CaseFolder.write(folder.resolve("cases"), "case", files);
    }

    private Path keyFile(String name) throws Exception {
        byte[] der = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        Path file = Files.writeString(folder.resolve(name), pem);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private CaseFiles sealed() throws Exception {
        try (StampingServer server = new StampingServer()) {
            StampService service = new StampService(server.url(), Duration.ofSeconds(10));
            Sealing sealing = new Sealing(Optional.of(SigningKey.load(keyFile("key.pem"))), Optional.of(service::ask));
            Sealing.Sealed sealed = sealing.seal(plain);
            assertThat(sealed.missing()).isEmpty();
            return sealed.files();
        }
    }

    @Test
    void aCaseHoldsAndSaysThatNobodyVouchesForIt() throws Exception {
        Verified verified = write(plain).verify();

        assertThat(verified.files()).isEqualTo(plain.contents().size() - 1);
        assertThat(verified.seals().signedBy()).isEmpty();
        assertThat(verified.seals().stamp()).isEmpty();
    }

    @Test
    void aSealedCaseSaysWhoSignedAndWhenItWasStamped() throws Exception {
        CaseFiles files = sealed();
        Verified verified = write(files).verify();

        VerifyingKey key = SigningKey.load(folder.resolve("key.pem")).publicKey();
        assertThat(verified.seals().signedBy()).contains(key);
        verified.demand(key);
        VerifyingKey other = SigningKey.load(keyFile("other.pem")).publicKey();
        assertThatThrownBy(() -> verified.demand(other)).isInstanceOf(BrokenCase.class);
        assertThat(verified.seals().stamp()).hasValueSatisfying(stamp -> {
            assertThat(stamp.at()).isEqualTo(StampingServer.TIME);
            assertThat(stamp.by()).isEqualTo("CN=Stamps of the test");
            assertThat(stamp.root()).isEmpty();
        });
        assertThat(files.contents().values())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("PRIVATE"));
    }

    @Test
    void aReplayThatGivesTheSameBytesKeepsTheSeals() throws Exception {
        CaseFiles files = sealed();

        assertThat(write(files).sealing(plain).contents()).containsExactlyInAnyOrderEntriesOf(files.contents());
    }

    @Test
    void everyChangedByteOfEveryFileIsNoticed() throws Exception {
        CaseFiles files = sealed();
        CaseFolder made = write(files);
        SplittableRandom random = new SplittableRandom(7);
        for (String name : files.contents().keySet()) {
            byte[] whole = files.contents().get(name);
            Path file = made.path().resolve(name);
            boolean seal = name.startsWith("evidence/manifest.");
            for (int at : whole.length <= SMALL && seal ? all(whole.length) : some(whole.length, random)) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                assertBroken(made, name + " byte " + at, name);
            }
            Files.write(file, whole);
        }
        made.verify();
    }

    private static int[] all(int length) {
        return java.util.stream.IntStream.range(0, length).toArray();
    }

    private static int[] some(int length, SplittableRandom random) {
        return Stream.concat(
                        Stream.of(0, length - 1),
                        random.ints(length > SMALL ? SAMPLED : 8, 0, length).boxed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void assertBroken(CaseFolder made, String as, String named) {
        assertThatThrownBy(made::verify)
                .as(as)
                .isInstanceOf(BrokenCase.class)
                .hasMessageContaining(named.startsWith("evidence/manifest.") ? "manifest." : named);
    }

    @Test
    void aFileThatIsGoneOrRenamedOrALinkIsNamed() throws Exception {
        CaseFiles files = sealed();
        CaseFolder made = write(files);
        for (String name : files.contents().keySet()) {
            Path file = made.path().resolve(name);
            Path aside = folder.resolve("aside");
            Files.move(file, aside);
            assertThatThrownBy(made::verify).as("gone: %s", name).hasMessageContaining(name);
            Files.createSymbolicLink(file, aside);
            assertThatThrownBy(made::verify).as("link: %s", name).hasMessageContaining(name);
            Files.delete(file);
            Path renamed = file.resolveSibling("renamed");
            Files.move(aside, renamed);
            assertThatThrownBy(made::verify).as("renamed: %s", name).hasMessageContaining(name);
            Files.move(renamed, file);
        }
        made.verify();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"note.txt", "evidence/answers/note", ".hidden", "a/b/c", "looks/note", "evidence/manifest.tsr"})
    void aFileThatWasAddedIsNamed(String name) throws Exception {
        CaseFolder made = write(plain);
        Path added = made.path().resolve(name);
        Files.createDirectories(added.getParent());
        Files.writeString(added, "x");

        String shown = name.equals("a/b/c") ? "a" : name;
        assertThatThrownBy(made::verify).hasMessageStartingWith(shown + " ");
    }

    @Test
    void swappedFilesAndAFolderThatIsALinkAreNamed() throws Exception {
        CaseFolder made = write(plain);
        Path ja = made.path().resolve("report.ja.html");
        Path en = made.path().resolve("report.en.html");
        Path third = folder.resolve("third");
        Files.move(ja, third);
        Files.move(en, ja);
        Files.move(third, en);
        assertThatThrownBy(made::verify).hasMessageStartingWith("report.en.html ");
        Files.move(ja, third);
        Files.move(en, ja);
        Files.move(third, en);
        made.verify();

        Path answers = made.path().resolve("evidence/answers");
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(answers, elsewhere);
        Files.createSymbolicLink(answers, elsewhere);
        assertThatThrownBy(made::verify).hasMessageContaining("is reached by a link");
    }

    @Test
    void aServiceThatFailsLeavesTheSignatureAndSaysWhatIsMissing() throws Exception {
        try (StampingServer server = new StampingServer()) {
            StampService service = new StampService(server.failing(), Duration.ofSeconds(10));
            SigningKey key = SigningKey.load(keyFile("key.pem"));
            Sealing.Sealed sealed = new Sealing(Optional.of(key), Optional.of(service::ask)).seal(plain);

            assertThat(sealed.missing())
                    .hasValueSatisfying(why -> assertThat(why).contains("503"));
            Verified verified = write(sealed.files()).verify();
            assertThat(verified.seals().signedBy()).contains(key.publicKey());
            assertThat(verified.seals().stamp()).isEmpty();
        }
    }

    @Test
    void aStampOfSomethingElseIsNotTaken() throws Exception {
        try (StampingServer server = new StampingServer()) {
            byte[][] first = new byte[1][];
            StampService service = new StampService(server.url(), Duration.ofSeconds(10));
            Sealing stamping = new Sealing(Optional.empty(), Optional.of(query -> first[0] = service.ask(query)));
            stamping.seal(plain);
            Sealing cheating = new Sealing(Optional.empty(), Optional.of(_ -> first[0]));

            assertThat(cheating.seal(plain).missing()).isPresent();
            assertThat(new Sealing(Optional.empty(), Optional.of(_ -> new byte[] {0x30, 0x03, 1}))
                            .seal(plain)
                            .missing())
                    .isPresent();
        }
    }

    @Test
    void aKeyThatIsNoneOrThatOthersCanReadIsRefusedInOneLine() throws Exception {
        Path open = keyFile("open.pem");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Path empty = Files.writeString(folder.resolve("empty"), "");
        for (Path file : List.of(open, text, empty, folder.resolve("missing"), folder)) {
            assertThatThrownBy(() -> SigningKey.load(file))
                    .isInstanceOf(Unsound.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void picturesOfPagesAreKeptAsPicturesAndReadBack() throws Exception {
        Recording recording = new CaseFolder(SAMPLE).recording(1);
        var replies = new java.util.TreeMap<>(recording.tape().replies());
        var question = new gyotaku.enrich.Question("page-picture", "0".repeat(64));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
        replies.put(
                question, new gyotaku.enrich.Reply.Answer(png, recording.tape().startedAt()));
        Recording more = new Recording(
                RawMail.of(recording.sample().bytes()),
                recording.settings(),
                new gyotaku.enrich.Tape(recording.tape().startedAt(), false, replies),
                recording.opened());

        CaseFolder made = write(CaseFiles.of(new java.util.TreeMap<>(), more));

        assertThat(new TreeSet<>(more.files().keySet()))
                .anyMatch(name -> name.matches("evidence/screenshots/[0-9a-f]{64}\\.png"));
        assertThat(made.recording(1).tape().replies().get(question))
                .isInstanceOfSatisfying(
                        gyotaku.enrich.Reply.Answer.class,
                        answer -> assertThat(answer.body()).isEqualTo(png));
        made.verify();
    }
}
