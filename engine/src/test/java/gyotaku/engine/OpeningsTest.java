package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private static final Limits.Files LIMITS = Limits.standard().files();

    private long nanos;
    private final List<String> asked = new ArrayList<>();
    private final Openings openings = new Openings(LIMITS, () -> nanos);

    private static Enclosure file(String name, String content) {
        return new Enclosure(name, "", content.getBytes(java.nio.charset.StandardCharsets.UTF_8), List.of());
    }

    /// Takes four seconds for each file.
    private Opener slow() {
        return openings.recording(file -> {
            asked.add(file.name());
            nanos += 4_000_000_000L;
            return said("seen");
        });
    }

    private static Opened said(String text) {
        return new Opened(
                Opened.State.READ,
                "",
                List.of(),
                List.of(),
                List.of(new Words(Words.Origin.WRITTEN, "", text)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void allFilesOfAMailTogetherTakeNoLongerThanTheyMay() {
        Opener opener = slow();
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            opened.add(opener.open(file("f" + i, "content")));
            nanos += 1_000_000_000L;
        }
        assertThat(asked).hasSize(5);
        assertThat(opened.subList(5, 1000)).allSatisfy(left -> {
            assertThat(left.state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
            assertThat(left.truncated()).extracting(Truncated::limit).containsExactly("allTime");
        });
    }

    @Test
    void allFilesOfAMailTogetherSayNoMoreThanTheyMay() {
        String long1 = "x".repeat(10 << 20);
        Opener opener = openings.recording(file -> {
            asked.add(file.name());
            return said(long1);
        });
        for (int i = 0; i < 10; i++) {
            opener.open(file("f" + i, "content"));
        }
        assertThat(asked).hasSize(5);
        assertThat(opener.open(file("g", "content")).truncated())
                .extracting(Truncated::limit)
                .containsExactly("allAnswerBytes");
    }

    @Test
    void anEqualFileIsOpenedOnceAndSaysTheSame() {
        Opener opener = slow();

        assertThat(opener.open(file("a", "content"))).isEqualTo(opener.open(file("a", "content")));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aNameThatContainsTheNextPartIsAnotherFile() {
        Opener opener = slow();
        opener.open(file("a", "\0b"));
        opener.open(file("a\0", "b"));
        opener.open(new Enclosure("a", "", new byte[0], List.of("b")));
        opener.open(new Enclosure("a", "b", new byte[0], List.of()));

        assertThat(asked).hasSize(4);
    }

    @Test
    void whatWasSeenIsSeenAgainInAReplay() {
        Opened first = slow().open(file("a", "content"));

        Opener again = Openings.playing(openings.kept());

        assertThat(again.open(file("a", "content"))).isEqualTo(first);
        assertThat(again.open(file("a", "other")).detail()).isEqualTo("it is not in the recording");
    }
}
