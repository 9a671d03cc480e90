package gyotaku.bench;

import gyotaku.model.RawMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// All mails below a folder, read into memory in the order of their names.
record Corpus(List<RawMail> mails) {

    static Corpus read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Corpus(files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Corpus::load)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("no mails in " + folder, e);
        }
    }

    private static RawMail load(Path file) {
        try {
            return RawMail.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("not read: " + file, e);
        }
    }
}
