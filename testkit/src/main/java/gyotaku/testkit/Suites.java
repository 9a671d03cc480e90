package gyotaku.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Test suites of other projects, read where they lie beside the project (`../shared/suites`). A test on them is left
/// out where there are none at all; where they are there, a folder or file that is missing is an error, so that a
/// misspelt name does not pass as a machine without suites.
public final class Suites {

    private Suites() {}

    /// Whether they lie beside the project.
    public static boolean areThere() {
        return Files.isDirectory(root());
    }

    /// A folder of theirs, `""` for all; the test that asks is left out where there are no suites.
    public static Path folder(String name) {
        Path folder = file(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder of the suites: " + name);
        }
        return folder;
    }

    /// A file or folder of theirs; the test that asks is left out where there are no suites.
    public static Path file(String name) {
        Assumptions.assumeTrue(areThere(), "there are no suites beside the project");
        Path file = root().resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("not in the suites: " + name);
        }
        return file;
    }

    /// All files below a folder whose name ends so, sorted by path; `""` for all.
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last folder and the file.
    public static String name(Path file) {
        return file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("project.root", ".."), "..", "shared", "suites");
    }
}
