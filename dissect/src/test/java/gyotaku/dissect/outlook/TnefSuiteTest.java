package gyotaku.dissect.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Sha256;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.parse.mime.Piece;
import gyotaku.testkit.Suites;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The `winmail.dat` files of MimeKit and of verdammelt/tnef with what lies in them.
class TnefSuiteTest {

    /// Where we read otherwise, and why.
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(
            Map.of("winmail.tnef", "the identifier of its class is left before an embedded object there"));

    @Test
    void filesAndTextsAreThoseThatAreExpected() {
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        Path suite = Suites.folder("tnef/mimekit");
        for (Path file : Suites.files(suite, ".tnef")) {
            Path expected = Path.of(file.toString().replace(".tnef", ""));
            if (Files.isDirectory(expected)) {
                compared++;
                List<String> theirs = theirs(expected);
                List<String> ours = ours(Suites.bytes(file), theirs);
                if (!ours.equals(theirs)) {
                    different.put(file.getFileName().toString(), "\n  ours   " + ours + "\n  theirs " + theirs + "\n");
                }
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(EXCEPTIONS.keySet());
        assertThat(compared).isGreaterThan(10);
    }

    private static List<String> theirs(Path folder) {
        List<String> found = new ArrayList<>();
        for (Path file : Suites.files(folder, "")) {
            String name = file.getFileName().toString().replaceAll("^(Untitled Attachment)\\.\\d$", "$1");
            found.add(name + " " + digest(Suites.bytes(file)));
        }
        return found.stream().sorted().toList();
    }

    private static List<String> ours(byte[] bytes, List<String> theirs) {
        List<String> found = new ArrayList<>();
        attachments(bytes).forEach(piece -> found.add(piece.part().fileName() + " " + digest(piece.copy())));
        Properties message = TnefItem.read(bytes).item().properties();
        message.bytes(Tags.RTF).map(CompressedRtf::unpacked).ifPresent(rtf -> found.add("message.rtf " + digest(rtf)));
        message.encoded(Tags.HTML).ifPresent(html -> found.add("message.html " + digest(html.bytes())));
        if (theirs.stream().anyMatch(name -> name.startsWith("message.txt"))) {
            message.encoded(Tags.BODY).ifPresent(text -> found.add("message.txt " + digest(text.bytes())));
        }
        return found.stream().sorted().toList();
    }

    /// Of all but CR: the line ends of texts were changed when they were stored there.
    private static Sha256 digest(byte[] bytes) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        for (byte b : bytes) {
            if (b != '\r') {
                kept.write(b);
            }
        }
        return Sha256.of(kept.toByteArray());
    }

    private static List<Piece> attachments(byte[] bytes) {
        return Saved.mail(Saved.opened(bytes, Wish.MESSAGE)).pieces().stream()
                .filter(piece -> !piece.inner() && !piece.part().disposition().isEmpty())
                .toList();
    }

    private static final String UNNAMED = "files whose name stands in a property are left out of the list";

    /// Where our names are others, and why.
    private static final Map<String, String> OTHER_NAMES = new TreeMap<>(Map.of(
            "mimekit/long-filename.tnef", UNNAMED,
            "mimekit/missing-filenames.tnef", UNNAMED,
            "verdammelt/long-filename.tnef", UNNAMED,
            "verdammelt/missing-filenames.tnef", UNNAMED));

    @Test
    void namesAreThoseThatAreListed() {
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        for (Path file : Suites.files(Suites.folder("tnef"), ".tnef")) {
            Path list = Path.of(file.toString().replace(".tnef", ".list"));
            if (Files.exists(list)) {
                compared++;
                List<String> theirs = new String(Suites.bytes(list), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.matches("(.*-)?body\\.(rtf|html|txt)"))
                        .sorted()
                        .toList();
                List<String> ours = attachments(Suites.bytes(file)).stream()
                        .map(piece -> piece.part().fileName())
                        .sorted()
                        .toList();
                if (!ours.equals(theirs)) {
                    different.put(Suites.name(file), "\n  ours   " + ours + "\n  theirs " + theirs + "\n");
                }
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(OTHER_NAMES.keySet());
        assertThat(compared).isGreaterThan(20);
    }
}
