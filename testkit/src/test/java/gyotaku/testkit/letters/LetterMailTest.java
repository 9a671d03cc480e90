package gyotaku.testkit.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterMailTest {

    static List<Letter> all() throws IOException {
        List<Letter> all = new ArrayList<>();
        for (String language : LettersMain.LANGUAGES) {
            all.addAll(LettersMain.letters(language, "bad"));
            all.addAll(LettersMain.letters(language, "benign"));
        }
        return all;
    }

    @Test
    void theSameLetterGivesTheSameOctets() throws IOException {
        for (Letter letter : all()) {
            assertThat(LetterMail.of(letter)).as(letter.id()).isEqualTo(LetterMail.of(letter));
        }
    }

    @Test
    void noMarkStaysUnfilled() throws IOException {
        for (Letter letter : all()) {
            String header = new String(LetterMail.of(letter), StandardCharsets.UTF_8);
            header = header.substring(0, header.indexOf("MIME-Version"));
            assertThat(header).as(letter.id()).doesNotContainPattern("\\{[a-zA-Z]+(:[0-9a-z:]+)?}");
            assertThat(letter.text() + letter.subject())
                    .as(letter.id())
                    .doesNotContainPattern("\\{(?!name|address|local|date|time|token|order|amount)[a-z]+}");
        }
    }

    /// RFC 2047 section 2.
    @Test
    void anEncodedWordIsNotTooLong() throws IOException {
        for (Letter letter : all()) {
            String mail = new String(LetterMail.of(letter), StandardCharsets.ISO_8859_1);
            assertThat(mail.lines()
                            .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                            .filter(word -> word.startsWith("=?")))
                    .as(letter.id())
                    .allMatch(word -> word.length() <= 75);
        }
    }

    @Test
    void everyLinkStandsInItsLetter() throws IOException {
        for (Letter letter : all()) {
            for (int n = 1; n <= letter.links().size(); n++) {
                int number = n;
                boolean carried = letter.attachments().stream().anyMatch(a -> a.link() == number);
                assertThat(carried || letter.picture() || letter.text().contains("[[" + n + "]]"))
                        .as(letter.id() + " link " + n)
                        .isTrue();
            }
            assertThat(letter.text())
                    .as(letter.id())
                    .doesNotContain("[[" + (letter.links().size() + 1) + "]]");
        }
    }

    @Test
    void everyLetterIsAFileWithItsLabel(@TempDir Path folder) throws IOException {
        LettersMain.write(folder);

        List<String> labels = Files.readAllLines(folder.resolve("labels.tsv"));
        assertThat(labels).hasSize(all().size() + 1);
        for (String label : labels.subList(1, labels.size())) {
            assertThat(folder.resolve(label.split("\t")[0])).isNotEmptyFile();
        }
    }
}
