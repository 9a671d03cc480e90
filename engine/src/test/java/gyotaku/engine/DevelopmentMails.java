package gyotaku.engine;

import gyotaku.model.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Mails of ../shared/data, read out of their archives.
final class DevelopmentMails {

    private static final Path FOLDER = Path.of(System.getProperty("project.root", ".."), "../shared/data");

    private DevelopmentMails() {}

    static boolean absent() {
        return !Files.isDirectory(FOLDER);
    }

    /// As many of each archive, those of the lowest digests: chosen by nothing in the mail, and always the same.
    static List<byte[]> ofEach(int count) throws IOException {
        List<Path> archives;
        try (Stream<Path> files = Files.list(FOLDER)) {
            archives = files.filter(file -> file.toString().endsWith(".tar.xz"))
                    .sorted()
                    .toList();
        }
        Stream.Builder<byte[]> all = Stream.builder();
        for (Path archive : archives) {
            lowest(archive, count).forEach(all);
        }
        return all.build().toList();
    }

    private static Iterable<byte[]> lowest(Path archive, int count) throws IOException {
        SortedMap<String, byte[]> kept = new TreeMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    byte[] mail = tar.readAllBytes();
                    kept.put(Sha256.of(mail).hex(), mail);
                    if (kept.size() > count) {
                        kept.pollLastEntry();
                    }
                }
            }
        }
        return kept.values();
    }
}
