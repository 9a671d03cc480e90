package gyotaku.app;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.Question;
import gyotaku.enrich.Reply;
import gyotaku.enrich.WatchedEgress;
import gyotaku.model.Lang;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Question DNS = new Question("dns", "example.com A");
    private static final Question PAGE = new Question("page", "https://example.com/\u001b[31m" + "x".repeat(200));

    private final StringWriter err = new StringWriter();

    private Terminal terminal(boolean watched) {
        return new Terminal(
                InputStream.nullInputStream(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                watched,
                Lang.EN);
    }

    @Test
    void onATerminalItSaysWhatIsUnderWayAndClearsItself() {
        try (ProgressLine line = ProgressLine.on(terminal(true), CLOCK)) {
            line.asked(DNS);
            line.asked(new Question("dns", "example.net A"));
            line.answered(DNS);
            line.asked(PAGE);
            line.draw();
        }

        assertThat(err.toString())
                .contains("looking up: 1/3 · dns 1/2 · page 0/1 · https://example.com/")
                .contains(" 0 s")
                .doesNotContain("\u001b[31m")
                .endsWith("\r\u001b[K");
        assertThat(err.toString().split("\r\u001b\\[K"))
                .allSatisfy(drawn -> assertThat(drawn.length()).isLessThan(80));
    }

    @Test
    void aPipeGetsNothing() {
        try (ProgressLine line = ProgressLine.on(terminal(false), CLOCK)) {
            line.asked(DNS);
            line.draw();
            line.answered(DNS);
        }

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatHasNotChangedIsNotDrawnAgain() {
        try (ProgressLine line = ProgressLine.on(terminal(true), CLOCK)) {
            line.asked(DNS);
            for (int i = 0; i < 1_000; i++) {
                line.draw();
            }
        }

        assertThat(err.toString().split("dns 0/1", -1)).hasSize(2);
    }

    @Test
    void watchingChangesNoAnswerAndHearsTheEndOfAFailedQuestionToo() {
        Reply answer = new Reply.Answer(new byte[] {1}, NOW);
        try (ProgressLine line = ProgressLine.on(terminal(true), CLOCK)) {
            assertThat(new WatchedEgress(_ -> answer, line).ask(DNS)).isSameAs(answer);
            try {
                new WatchedEgress(
                                _ -> {
                                    throw new IllegalStateException("broken");
                                },
                                line)
                        .ask(new Question("rdap", "x"));
            } catch (IllegalStateException _) {
                line.draw();
            }
        }

        assertThat(err.toString()).contains("looking up: 2/2");
    }
}
