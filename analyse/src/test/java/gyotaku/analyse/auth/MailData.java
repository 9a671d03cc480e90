package gyotaku.analyse.auth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The mails of ../shared/data, read out of their archives.
public final class MailData {

    private MailData() {}

    /// Skips the test where they are not on this machine.
    public static void each(BiConsumer<String, byte[]> mail) {
        Path folder = Path.of(System.getProperty("project.root", ".."), "../shared/data");
        assumeTrue(Files.isDirectory(folder), "the mails are not on this machine");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(file -> file.toString().endsWith(".tar.xz"))
                    .sorted()
                    .toList();
            for (Path archive : archives) {
                read(archive, mail);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path archive, BiConsumer<String, byte[]> mail) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    mail.accept(entry.getName(), tar.readAllBytes());
                }
            }
        }
    }
}
