package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.testkit.MailBuilder;
import gyotaku.testkit.Packer;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Archives that the `bsdtar` command unpacks, in a mail: by a child process, and again from the recording.
@Timeout(180)
class PackedMailsTest {

    private static final byte[] PROGRAM = "MZ\0\0inert".getBytes(StandardCharsets.US_ASCII);

    private static Workers children;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        assumeTrue(
                Stream.of(path.split(File.pathSeparator, -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "bsdtar"))),
                "the bsdtar command is not installed");
        children = new Workers(
                Limits.standard().files(), ChildCommand.of(System.getProperty("java.class.path"), Optional.empty()));
    }

    @AfterAll
    static void end() {
        Optional.ofNullable(children).ifPresent(Workers::close);
    }

    private static Outcome.Analysed analysed() {
        byte[] mail = MailBuilder.plain()
                .attachment("a.rar", "application/vnd.rar", Packer.rar5("invoice.pdf.exe", PROGRAM))
                .attachment("b.lzh", "application/x-lzh", Packer.lh5Bomb("spaces"))
                .attachment("c.rar", "application/vnd.rar", Packer.rar4("notes.txt", PROGRAM))
                .bytes();
        Engine engine = new Engine(Offline.settings(Lang.values()), children);
        return switch (engine.analyseOffline(RawMail.of(mail), Instant.parse("2026-05-15T00:00:00Z"))) {
            case Outcome.Analysed analysed -> analysed;
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    @Test
    void aBombBetweenArchivesCostsNeitherThemNorTheChild() {
        List<Opened> opened = analysed().finished().mail().attachments().stream()
                .map(file -> file.opened())
                .toList();

        assertThat(opened.getFirst().files()).extracting(Inside::name).containsExactly("invoice.pdf.exe");
        assertThat(opened.getFirst().shows(Trait.Kind.PROGRAM)).isTrue();
        assertThat(opened.get(1).shows(Trait.Kind.BOMB))
                .as(opened.get(1).toString())
                .isTrue();
        assertThat(opened.get(1).all().mapToLong(Inside::size).sum())
                .isBetween(1L << 20, Limits.standard().files().unpackedBytes());
        assertThat(opened.getLast().state()).isEqualTo(Opened.State.READ);
        assertThat(opened.getLast().files()).extracting(Inside::size).containsExactly((long) PROGRAM.length);
    }

    @Test
    void aReplayGivesTheSameBytesAndAsksNoCommand() throws Exception {
        Outcome.Analysed first = analysed();
        Recording recording = CaseFolder.write(folder, "case", first.files()).recording(1);
        Engine without = new Engine(recording.settings(), file -> fail("it opens " + file.name()));

        assertThat(without.replay(recording))
                .isInstanceOfSatisfying(
                        Outcome.Analysed.class,
                        again -> assertThat(again.files().contents())
                                .containsExactlyInAnyOrderEntriesOf(
                                        first.files().contents()));
    }
}
