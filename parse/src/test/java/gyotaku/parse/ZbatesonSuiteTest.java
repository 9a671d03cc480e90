package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Mails of the sort that four mail programs wrote, from the suite of zbateson's mail-mime-parser, with the files that
/// they carry beside them.
class ZbatesonSuiteTest {

    private static final String SUITE = "mime/zbateson";

    /// Parts whose content is not the file of their name, and why.
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "m2011.txt 1.2", "application/mac-binhex40 is a type and no transfer encoding: it stays a BinHex file",
            "m2011.txt 1.3", "application/mac-binhex40 is a type and no transfer encoding: it stays a BinHex file"));

    @Test
    void attachmentsHoldTheFilesOfTheirNames() {
        Path files = Suites.folder(SUITE + "/files");
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        for (Path mail : mails()) {
            for (Piece piece : pieces(mail)) {
                Path file = files.resolve(plain(piece.part().fileName()));
                if (!piece.part().fileName().isEmpty() && Files.isRegularFile(file)) {
                    compared++;
                    if (!isSame(piece, Suites.bytes(file))) {
                        different.put(
                                mail.getFileName() + " " + piece.part().path(),
                                piece.part().fileName());
                    }
                }
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(EXCEPTIONS.keySet());
        assertThat(compared).isGreaterThan(60);
    }

    private static Iterable<Path> mails() {
        return Suites.files(Suites.folder(SUITE), ".txt").stream()
                .filter(file -> file.getFileName().toString().startsWith("m"))
                .toList();
    }

    private static Iterable<Piece> pieces(Path mail) {
        return MimeReader.read(Source.of(Suites.bytes(mail)), Limits.standard(), new Notes())
                .pieces();
    }

    /// The suite writes its file names without marks and the mails with them.
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('/', '_')
                .replace("\0", "");
    }

    private static boolean isSame(Piece piece, byte[] file) {
        boolean text = piece.part().text().isPresent();
        return text
                ? squeezed(piece.part().text().orElse(""))
                        .equals(squeezed(new String(file, StandardCharsets.ISO_8859_1)))
                : piece.part().content().equals(Sha256.of(file));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
