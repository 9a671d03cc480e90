package gyotaku.analyse.auth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The test suites of other projects, read where they lie.
public final class Suites {

    private Suites() {}

    /// Skips the test where they are not on this machine.
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("project.root", ".."), "../shared/suites", name);
        assumeTrue(Files.isDirectory(folder), "the suites are not on this machine");
        return folder;
    }

    public static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
