package gyotaku.dissect.outlook;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Data of other projects, read where they lie beside the project; tests on them are left out where they are not there.
final class Suites {

    private Suites() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("project.root", ".."), "..", "shared", name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "there is no folder " + name + " beside the project");
        return folder;
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last folder and the file.
    static String name(Path file) {
        return file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The message that a file keeps.
    static Opened opened(byte[] file, Enclosure.Wish wish) {
        return new Dissector(Limits.standard())
                .open(new Enclosure("", "application/vnd.ms-outlook", file, List.of(), wish));
    }

    static MimeMessage mail(Opened opened) {
        return MimeReader.read(Source.of(opened.message().orElseThrow()), Limits.standard(), new Notes());
    }
}
