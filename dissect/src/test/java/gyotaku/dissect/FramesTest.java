package gyotaku.dissect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.View;
import gyotaku.model.mail.Words;
import gyotaku.parse.FilePrints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private static final byte[] FILE = "content".getBytes(StandardCharsets.UTF_8);

    private static Opened opened(int textLength, int viewBytes, List<Inside> files) {
        return new Opened(
                Opened.State.READ,
                "",
                List.of(new Trait(Trait.Kind.PROGRAM, "a.exe")),
                List.of(),
                List.of(new Words(Words.Origin.WRITTEN, "", "x".repeat(textLength))),
                files,
                List.of(new View("", 1, 1, new byte[viewBytes])),
                List.of(),
                Optional.empty());
    }

    private static Inside inside(Opened opened) {
        return new Inside("a.exe", "", 3, FilePrints.of(FILE), opened);
    }

    private static DataInputStream stream(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static Opened answered(Opened opened, int most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.answer(new DataOutputStream(out), opened, most);
        return Frames.opened(Frames.answered(stream(out.toByteArray()), most));
    }

    @Test
    void aRequestArrivesAsItWasSent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Enclosure sent = new Enclosure("請求書\0.zip", "application/zip", FILE, List.of("a", "秘密"));
        Frames.ask(new DataOutputStream(out), sent);
        DataInputStream in = stream(out.toByteArray());

        Enclosure asked = Frames.asked(in, 100).orElseThrow();

        assertThat(asked).usingRecursiveComparison().isEqualTo(sent);
        assertThat(Frames.asked(in, 100)).isEmpty();
    }

    @Test
    void aFileThatIsLargerThanAllowedIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.ask(new DataOutputStream(out), new Enclosure("", "", FILE, List.of()));

        assertThatThrownBy(() -> Frames.asked(stream(out.toByteArray()), FILE.length - 1))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "{\"state\":null}",
                "{\"state\":\"READ\",\"detail\":\"\",\"traits\":[null],\"links\":[],\"texts\":[],\"files\":[],"
                        + "\"views\":[],\"truncated\":[]}",
                "{\"state\":\"ELSE\",\"detail\":\"\",\"traits\":[],\"links\":[],\"texts\":[],\"files\":[],"
                        + "\"views\":[],\"truncated\":[]}",
                "{\"state\":\"READ\",\"detail\":\"\",\"traits\":[],\"links\":[],\"texts\":[],\"files\":[],"
                        + "\"views\":[],\"truncated\":[]} more"
            })
    void whatIsNoAnswerIsRefused(String json) {
        assertThatThrownBy(() -> Frames.opened(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatFitsIsKeptWhole() throws IOException {
        Opened opened = opened(100, 100, List.of(inside(Opened.notLookedInto())));

        assertThat(answered(opened, 1 << 20)).usingRecursiveComparison().isEqualTo(opened);
    }

    @Test
    void viewsGoFirstThenTextsThenFiles() throws IOException {
        Opened deep = opened(2_000, 10_000, List.of(inside(opened(2_000, 10_000, List.of()))));

        Opened withoutViews = answered(deep, 9_000);
        assertThat(withoutViews.views()).isEmpty();
        assertThat(withoutViews.texts()).isNotEmpty();
        assertThat(withoutViews.files().getFirst().opened().texts()).isNotEmpty();

        Opened withoutTexts = answered(deep, 3_000);
        assertThat(withoutTexts.texts()).isEmpty();
        assertThat(withoutTexts.files()).hasSize(1);
        assertThat(withoutTexts.traits()).isEqualTo(deep.traits());

        assertThat(List.of(withoutViews, withoutTexts))
                .allSatisfy(shorter -> assertThat(shorter.truncated())
                        .extracting(Truncated::limit)
                        .containsExactly("answerBytes"));
    }

    @Test
    void aThousandFilesThatAreAllTooMuchLeaveTheTraits() throws IOException {
        Opened many = opened(10, 10, java.util.Collections.nCopies(1000, inside(Opened.notLookedInto())));

        Opened shorter = answered(many, 2_000);

        assertThat(shorter.files()).isEmpty();
        assertThat(shorter.traits()).isEqualTo(many.traits());
    }
}
