package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails of other projects' suites, cut off anywhere and with other line ends.
class CutMailTest {

    /// Between two cuts; with a prime, all places of a line are met.
    private static final int STEP = 13;

    private static List<Path> mails(String suite, int every) {
        List<Path> all = Suites.files(Suites.folder(suite), "");
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static MimeMessage read(byte[] bytes) {
        byte[] before = bytes.clone();
        Notes notes = new Notes();
        MimeMessage message = MimeReader.read(Source.of(bytes), Limits.standard(), notes);
        assertThat(bytes).isEqualTo(before);
        assertThat(notes.defects()).allMatch(defect -> defect.span().end() <= bytes.length);
        assertThat(message.pieces()).allMatch(piece -> piece.part().body().end() <= bytes.length);
        return message;
    }

    @Test
    void aMailThatIsCutOffIsReadAsFarAsItGoes() {
        for (Path file : mails("hostile/mime-is-broken/hide-content.d", 9)) {
            byte[] whole = Suites.bytes(file);
            int fields = read(whole).root().headers().size();
            for (int length = 0; length < whole.length; length += STEP) {
                MimeMessage cut = read(Arrays.copyOf(whole, length));
                assertThat(cut.root().headers()).hasSizeLessThanOrEqualTo(fields + 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\r\n"})
    void filesAreTheSameWithOtherLineEnds(String lineEnd) {
        for (Path file : mails("mime/stalwart/eml", 2)) {
            if (file.toString().endsWith(".eml")) {
                String text = new String(Suites.bytes(file), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
                byte[] usual = text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
                byte[] other = text.replace("\n", lineEnd).getBytes(StandardCharsets.ISO_8859_1);
                assertThat(files(other)).as(file.toString()).isEqualTo(files(usual));
            }
        }
    }

    /// Digests of what is encoded in base64.
    private static List<String> files(byte[] bytes) {
        return read(bytes).pieces().stream()
                .map(piece -> piece.part())
                .filter(CutMailTest::isBase64)
                .map(part -> part.path() + " " + part.content())
                .toList();
    }

    private static boolean isBase64(Part part) {
        return part.path().indexOf('~') < 0
                && part.headers().stream()
                        .anyMatch(header -> header.is("Content-Transfer-Encoding")
                                && header.body().equalsIgnoreCase("base64"));
    }
}
