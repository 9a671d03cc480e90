package gyotaku.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Garbage on both sides of the pipe, and in the files that go through it. The seeds lie in `FramesFuzzTestInputs`;
/// without `JAZZER_FUZZ` in the environment they alone are run.
class FramesFuzzTest {

    private static final int MOST = 1 << 20;

    @FuzzTest(maxDuration = "2m")
    void requests(byte[] input) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(input));
        try {
            Optional<Enclosure> file = Frames.asked(in, MOST);
            while (file.isPresent()) {
                assertThat(file.get().bytes()).hasSizeLessThanOrEqualTo(input.length);
                file = Frames.asked(in, MOST);
            }
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }

    /// What is taken for an answer can be written and read again.
    @FuzzTest(maxDuration = "2m")
    void answers(byte[] input) throws IOException {
        Opened opened;
        try {
            opened = Frames.opened(Frames.answered(new DataInputStream(new ByteArrayInputStream(input)), MOST));
        } catch (IOException _) {
            return;
        }
        assertThat(Frames.bytes(Frames.opened(Frames.bytes(opened)))).isEqualTo(Frames.bytes(opened));
    }

    @FuzzTest(maxDuration = "5m")
    void files(byte[] input) {
        Opened opened = new Dissector(Limits.standard()).open(new Enclosure("a", "", input, List.of("infected")));

        assertThat(opened.all().count())
                .isLessThanOrEqualTo(Limits.standard().files().count());
        assertThat(opened.state()).isNotEqualTo(Opened.State.FAILED);
    }
}
