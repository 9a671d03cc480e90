package gyotaku.analyse.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// A folder of knowledge files among the resources. A jar cannot be listed, so the file `index` names them, one a line;
/// a test keeps it complete.
public final class KnowledgeFolder {

    private static final String PLACE = "gyotaku/analyse/";

    private static final Resources ONE_BY_ONE = path -> KnowledgeFolder.class.getResourceAsStream("/" + path);

    private KnowledgeFolder() {}

    /// Every file of `folder` (as `brands`) in the order of the index.
    public static <T> List<T> read(String folder, Function<Knowledge.Entries, T> reading) {
        return read(folder, UnaryOperator.identity(), reading);
    }

    /// The same without what begins with the line `key:`: it takes time to read and is not needed at each start.
    public static <T> List<T> readBefore(String key, String folder, Function<Knowledge.Entries, T> reading) {
        String line = "\n" + key + ":\n";
        return read(folder, text -> text.substring(0, end(text, line)), reading);
    }

    private static int end(String text, String line) {
        int at = text.indexOf(line);
        return at < 0 ? text.length() : at + 1;
    }

    private static <T> List<T> read(String folder, UnaryOperator<String> part, Function<Knowledge.Entries, T> reading) {
        List<T> read = new ArrayList<>();
        try (Resources resources = Resources.around(folder + "/index")) {
            for (String name : text(resources, folder + "/index").lines().toList()) {
                String file = folder + "/" + name + ".yml";
                try {
                    read.add(reading.apply(KnowledgeReader.read(part.apply(text(resources, file)))));
                } catch (BadKnowledge bad) {
                    throw new BadKnowledge(file, bad);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("closing after " + folder, broken);
        }
        return List.copyOf(read);
    }

    /// The one file of that name beside the folders.
    public static Knowledge.Entries file(String name) {
        String file = name + ".yml";
        try {
            return KnowledgeReader.read(text(ONE_BY_ONE, file));
        } catch (BadKnowledge bad) {
            throw new BadKnowledge(file, bad);
        }
    }

    private static String text(Resources resources, String file) {
        try (InputStream in = resources.open(PLACE + file)) {
            if (in == null) {
                throw new BadKnowledge("no such file: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading " + file, broken);
        }
    }

    /// Where resources are read from. Asking the class path for each of hundreds of files takes a tenth of a
    /// millisecond a file, so a jar that holds the folder is opened once for all of them.
    private interface Resources extends AutoCloseable {

        @Nullable
        InputStream open(String path) throws IOException;

        @Override
        default void close() throws IOException {}

        static Resources around(String file) throws IOException {
            URL url = KnowledgeFolder.class.getResource("/" + PLACE + file);
            if (url == null || !url.getProtocol().equals("jar")) {
                return ONE_BY_ONE;
            }
            String archive = url.getPath().substring(0, url.getPath().indexOf("!/"));
            return new Jar(new JarFile(Path.of(URI.create(archive)).toFile()));
        }
    }

    private record Jar(JarFile jar) implements Resources {

        @Override
        public @Nullable InputStream open(String path) throws IOException {
            JarEntry entry = jar.getJarEntry(path);
            return entry == null ? null : jar.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }
}
