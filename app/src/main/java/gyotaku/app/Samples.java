package gyotaku.app;

import gyotaku.engine.SampleReader;
import gyotaku.model.RawMail;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The messages behind a name on the command line: a file, an mbox, a Maildir, a folder, or `-` for standard input.
final class Samples {

    private final int messageBytes;
    private final SampleReader reader;
    private final InputStream in;

    Samples(int messageBytes, InputStream in) {
        this.messageBytes = messageBytes;
        this.reader = new SampleReader(messageBytes);
        this.in = in;
    }

    /// One message, or why there is none.
    sealed interface Sample {
        /// Where it came from, as the user would name it.
        String path();

        record Message(String path, RawMail raw) implements Sample {}

        record Unreadable(String path, String why) implements Sample {}
    }

    /// The files behind the names in a stable order; a name that leads nowhere is kept, so that it is complained of.
    List<String> files(List<String> names) {
        return names.stream().flatMap(this::expand).toList();
    }

    private Stream<String> expand(String name) {
        if (name.equals("-") || !Files.isDirectory(Path.of(name))) {
            return Stream.of(name);
        }
        boolean maildir = Maildir.is(Path.of(name));
        try (Stream<Path> inside = Files.list(Path.of(name))) {
            return inside
                    .filter(path -> maildir ? Maildir.holdsMessages(path) : !isHidden(path))
                    .map(Path::toString)
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(this::expand);
        } catch (IOException | UncheckedIOException _) {
            return Stream.of(name);
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    /// The messages of one of these files, read one after the other. To be closed by the caller.
    Stream<Sample> read(String file) {
        try {
            return samples(file, open(file));
        } catch (IOException e) {
            return Stream.of(new Sample.Unreadable(file, why(file, e)));
        }
    }

    private InputStream open(String file) throws IOException {
        return new BufferedInputStream(file.equals("-") ? in : Files.newInputStream(Path.of(file)), 1 << 16);
    }

    private Stream<Sample> samples(String file, InputStream source) throws IOException {
        boolean kept = false;
        try {
            if (Mbox.isAt(source)) {
                kept = true;
                return messages(new Mbox(file, source, messageBytes)).onClose(() -> close(source));
            }
            return Stream.of(new Sample.Message(file, reader.read(source)));
        } finally {
            if (!kept) {
                source.close();
            }
        }
    }

    private static Stream<Sample> messages(Mbox mbox) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(mbox, Spliterator.ORDERED), false);
    }

    private static void close(InputStream source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String why(String file, IOException e) {
        if (Files.isDirectory(Path.of(file))) {
            return "no permission to look into the folder";
        }
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "there is no such file";
            case java.nio.file.AccessDeniedException _ -> "no permission to read it";
            default -> "cannot be read: " + e.getMessage();
        };
    }
}
