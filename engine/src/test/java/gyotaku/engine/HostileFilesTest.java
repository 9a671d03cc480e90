package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.Truncated;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.testkit.MailBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails with files that harm whoever opens them: the report is written, the next mail is analysed.
@Timeout(120)
class HostileFilesTest {

    private static final Settings SETTINGS = Offline.settings(Lang.values());

    private static final Workers WORKERS = new Workers(
            Limits.standard().files(), ChildCommand.of(System.getProperty("java.class.path"), Optional.empty()));

    private static final Engine ENGINE = new Engine(SETTINGS, WORKERS);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Outcome.Analysed analysed(byte[] file) {
        byte[] mail = MailBuilder.plain()
                .attachment("first.bin", "application/octet-stream", file)
                .attachment("second.js", "text/javascript", "alert(1)".getBytes(StandardCharsets.US_ASCII))
                .bytes();
        return switch (ENGINE.analyseOffline(RawMail.of(mail), Instant.parse("2026-05-15T00:00:00Z"))) {
            case Outcome.Analysed analysed -> analysed;
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    private static void assertOthersAreUnharmed(Case finished) {
        Attachment second = finished.mail().attachments().get(1);
        assertThat(second.opened().shows(Trait.Kind.PROGRAM)).isTrue();
        Case next = analysed(new byte[] {1, 2, 3}).finished();
        assertThat(next.mail().attachments().getFirst().opened().state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "hang", "memory", "garbage", "flood"})
    void aParserThatFailsCostsOnlyItsFile(String deed) {
        long start = System.nanoTime();
        Outcome.Analysed outcome = analysed(("HOSTILE " + deed).getBytes(StandardCharsets.US_ASCII));

        Opened first = outcome.finished().mail().attachments().getFirst().opened();
        assertThat(first.state()).isEqualTo(Opened.State.FAILED);
        assertThat(first.detail()).isNotBlank();
        assertThat(outcome.files().contents()).containsKeys("report.ja.html", "report.en.html", "case.json");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Limits.standard().files().allTime().plusSeconds(30));
        assertOthersAreUnharmed(outcome.finished());
    }

    @Test
    void aBombIsNamedAndTheRestIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < 512; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        Case finished = analysed(out.toByteArray()).finished();

        assertThat(finished.mail().attachments().getFirst().opened().shows(Trait.Kind.BOMB))
                .isTrue();
        assertThat(finished.mail().truncated()).extracting(Truncated::limit).contains("ratio");
        assertOthersAreUnharmed(finished);
    }

    @Test
    void whatWasSeenOfEachFileIsKept() {
        Outcome.Analysed outcome = analysed("HOSTILE crash".getBytes(StandardCharsets.US_ASCII));
        assertThat(outcome.files().contents().keySet())
                .filteredOn(name -> name.startsWith("evidence/opened/"))
                .hasSize(2);
    }
}
