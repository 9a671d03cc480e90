package gyotaku.parse;

import gyotaku.model.mail.Part;
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

    /// What lies in a part, without what other programs would find there.
    static List<Part> mainReading(Part part) {
        return part.children().stream()
                .filter(child -> child.path().indexOf('~') < 0)
                .toList();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
