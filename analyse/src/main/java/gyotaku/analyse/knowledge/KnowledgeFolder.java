package gyotaku.analyse.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A folder of knowledge files among the resources. A jar cannot be listed, so the file `index` names them, one a line;
/// a test keeps it complete.
public final class KnowledgeFolder {

    private KnowledgeFolder() {}

    /// Every file of `folder` (as `brands`) in the order of the index.
    public static <T> List<T> read(String folder, Function<Knowledge.Entries, T> reading) {
        return read(folder, UnaryOperator.identity(), reading);
    }

    /// The same without what begins with the line `key:`, which must be the last of each file: it takes time to read
    /// and
    /// only tests need it.
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
        for (String name : text(folder + "/index").lines().toList()) {
            String file = folder + "/" + name + ".yml";
            try {
                read.add(reading.apply(KnowledgeReader.read(part.apply(text(file)))));
            } catch (BadKnowledge bad) {
                throw new BadKnowledge(file, bad);
            }
        }
        return List.copyOf(read);
    }

    /// The one file of that name beside the folders.
    public static Knowledge.Entries file(String name) {
        String file = name + ".yml";
        try {
            return KnowledgeReader.read(text(file));
        } catch (BadKnowledge bad) {
            throw new BadKnowledge(file, bad);
        }
    }

    private static String text(String file) {
        try (InputStream in = KnowledgeFolder.class.getResourceAsStream("/gyotaku/analyse/" + file)) {
            if (in == null) {
                throw new BadKnowledge("no such file: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading " + file, broken);
        }
    }
}
