package gyotaku.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gyotaku.dissect.Yara;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a parser does, it is a fact about that file; the next one is opened.
@Timeout(120)
class WorkersTest {

    private static final Limits.Files STANDARD = Limits.standard().files();

    private static Workers workers(Duration time) {
        return new Workers(limits(time), ChildCommand.of(System.getProperty("java.class.path"), Optional.empty()));
    }

    private static Limits.Files limits(Duration time) {
        return new Limits.Files(
                STANDARD.depth(),
                STANDARD.count(),
                STANDARD.unpackedBytes(),
                STANDARD.ratio(),
                STANDARD.picturePixels(),
                STANDARD.frames(),
                STANDARD.documentPages(),
                STANDARD.viewBytes(),
                time,
                STANDARD.answerBytes(),
                STANDARD.allTime(),
                STANDARD.allAnswerBytes());
    }

    private static Opened open(Workers workers, String deed) {
        return workers.open(new Enclosure("a.bin", "", HostileReader.file(deed), List.of()));
    }

    private static void assertPeace(Workers workers) {
        assertThat(open(workers, "peace").texts()).extracting(Words::text).containsExactly("peace");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crash    | its process ended with code 77",
                "memory   | its process needed more memory than it may have",
                "throw    | its process ended with code 1",
                "garbage  | no answer: no answer of a dissector",
                "negative | no answer: a frame of 4294967295 bytes",
                "flood    | no answer: no answer of a dissector"
            })
    void whatAParserDoesIsSaidAndTheNextFileIsOpened(String deed, String detail) {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            Opened opened = open(workers, deed);

            assertThat(opened).isEqualTo(Opened.of(Opened.State.FAILED, detail));
            assertPeace(workers);
        }
    }

    @Test
    void aReaderThatFailsOverTheFirstBytesIsSaid() {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            assertThat(open(workers, "refuse"))
                    .isEqualTo(Opened.of(Opened.State.BROKEN, "IllegalStateException: no header"));
            assertPeace(workers);
        }
    }

    @Test
    void endlessRecursionBreaksOnlyTheFile() {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            assertThat(open(workers, "recurse").state()).isEqualTo(Opened.State.BROKEN);
            List<ProcessHandle> before = workers.processes();
            assertPeace(workers);
            assertThat(workers.processes()).isEqualTo(before);
        }
    }

    @Test
    void whatALibraryPrintsIsNoAnswer() {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            assertThat(open(workers, "print").state()).isEqualTo(Opened.State.READ);
            assertPeace(workers);
        }
    }

    @ParameterizedTest
    @CsvSource({"hang", "fork"})
    void aHangIsEndedWithAllThatItStarted(String deed) throws Exception {
        try (Workers workers = workers(Duration.ofSeconds(6))) {
            assertPeace(workers);
            ProcessHandle child = workers.processes().getFirst();
            CompletableFuture<Opened> hanging = CompletableFuture.supplyAsync(() -> open(workers, deed));
            TimeUnit.SECONDS.sleep(3);
            List<ProcessHandle> all = child.descendants().toList();
            assertThat(all.isEmpty() && deed.equals("fork")).isFalse();

            Opened opened = hanging.get();
            long answered = System.nanoTime();
            assertThat(opened).isEqualTo(Opened.of(Opened.State.FAILED, "not done after 6.0 s"));
            assertEnded(child);
            for (ProcessHandle started : all) {
                assertEnded(started);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(Duration.ofSeconds(1));
            assertPeace(workers);
        }
    }

    /// Gone, or dead and waiting for somebody to fetch it.
    private static void assertEnded(ProcessHandle process) throws Exception {
        for (int i = 0; i < 100 && runs(process); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(runs(process)).as(process.info().toString()).isFalse();
    }

    private static boolean runs(ProcessHandle process) throws Exception {
        java.nio.file.Path stat = java.nio.file.Path.of("/proc/" + process.pid() + "/stat");
        try {
            String line = java.nio.file.Files.readString(stat);
            return line.charAt(line.lastIndexOf(')') + 2) != 'Z';
        } catch (java.io.IOException _) {
            return false;
        }
    }

    @Test
    void itHasNoNetworkWhereTheSystemLetsUs() throws Exception {
        ChildCommand command = ChildCommand.of(System.getProperty("java.class.path"), Optional.empty());
        assumeTrue(command.isFenced(), "this system has no name spaces for us");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Workers workers = new Workers(limits(Duration.ofSeconds(60)), command)) {
            String said = open(workers, "connect " + server.getLocalPort())
                    .texts()
                    .getFirst()
                    .text();
            assertThat(said).startsWith("refused: ");
        }
    }

    @Test
    void itsEnvironmentIsEmpty() {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            assertThat(open(workers, "environment").texts()).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsTooLongIsShortened() {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            Opened opened = open(workers, "long " + (2 << 20));
            assertThat(opened.state()).isEqualTo(Opened.State.READ);
            assertThat(opened.texts()).hasSize(1);
        }
    }

    @Test
    void itIsReplacedAfterANumberOfFiles() {
        try (Workers workers = workers(Duration.ofSeconds(60))) {
            assertPeace(workers);
            List<ProcessHandle> first = workers.processes();
            for (int i = 2; i < Workers.FILES_EACH; i++) {
                assertPeace(workers);
            }
            assertThat(workers.processes()).isEqualTo(first);
            assertPeace(workers);
            assertPeace(workers);
            assertThat(workers.processes()).hasSize(1).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void closingEndsWhatRuns() throws Exception {
        Workers workers = workers(Duration.ofSeconds(60));
        assertPeace(workers);
        ProcessHandle child = workers.processes().getFirst();
        CompletableFuture<Opened> hanging = CompletableFuture.supplyAsync(() -> open(workers, "hang"));
        TimeUnit.MILLISECONDS.sleep(500);

        workers.close();

        assertThat(hanging.get(2, TimeUnit.SECONDS).state()).isEqualTo(Opened.State.FAILED);
        assertEnded(child);
        assertThat(open(workers, "peace").detail()).isEqualTo("no more files are opened");
    }

    @Test
    void aChildThatNeverReadsHoldsNobodyUp() {
        ChildCommand deaf = new ChildCommand(_ -> List.of("/bin/sleep", "4242"));
        try (Workers workers = new Workers(limits(Duration.ofSeconds(1)), deaf)) {
            Opened opened = workers.open(new Enclosure("a.bin", "", new byte[8 << 20], List.of()));

            assertThat(opened.detail()).isEqualTo("not done after 1.0 s");
            assertThat(workers.processes()).isEmpty();
        }
    }

    @Test
    void whatItWroteIsGoneWithIt(@TempDir Path rules) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/yara")), "yara is not installed");
        Path file = Files.writeString(rules.resolve("a.yar"), "rule inert { strings: $a = \"HOSTILE\" condition: $a }");
        ChildCommand command = ChildCommand.of(
                System.getProperty("java.class.path"), Optional.of(Yara.of(file, System.getenv("PATH"))));
        Set<Path> before = scratches();
        try (Workers workers = new Workers(limits(Duration.ofSeconds(60)), command)) {
            assertThat(open(workers, "peace").traits()).containsExactly(new Trait(Trait.Kind.YARA, "inert"));
            assertThat(open(workers, "crash").state()).isEqualTo(Opened.State.FAILED);
        }
        assertThat(scratches()).isEqualTo(before);
    }

    private static Set<Path> scratches() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().startsWith("gyotaku-child"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        ChildCommand missing = new ChildCommand(_ -> List.of("/nonexistent/java"));
        try (Workers workers = new Workers(limits(Duration.ofSeconds(5)), missing)) {
            assertThat(open(workers, "peace").state()).isEqualTo(Opened.State.FAILED);
        }
    }

    @Test
    void itEndsWithItsInputEvenWhileAParserHangs(@TempDir Path scratch) throws Exception {
        ChildCommand command = ChildCommand.of(System.getProperty("java.class.path"), Optional.empty());
        Process child = command.start(scratch);
        try {
            java.io.DataOutputStream out = new java.io.DataOutputStream(child.getOutputStream());
            gyotaku.dissect.Frames.ask(out, new Enclosure("", "", HostileReader.file("hang"), List.of()));
            assertThat(child.waitFor(2, TimeUnit.SECONDS)).isFalse();
            out.close();
            assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
    }
}
