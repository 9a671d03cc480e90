package gyotaku.parse.received;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files of a folder beside a class, in its jar or its directory, so that to add one no list is edited.
final class ResourceFolder {

    private ResourceFolder() {}

    /// The files that end in `.yml`, by name without that ending, in the order of their names.
    ///
    /// @param folder as a path from the root of the class path
    static SortedMap<String, String> yamlFiles(Class<?> beside, String folder) {
        try {
            Path source = Path.of(
                    beside.getProtectionDomain().getCodeSource().getLocation().toURI());
            return yamlFiles(source, folder);
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException("cannot read the files of " + folder, broken);
        }
    }

    /// @param source a jar, or the directory of the classes
    static SortedMap<String, String> yamlFiles(Path source, String folder) throws IOException {
        return Files.isDirectory(source) ? inDirectory(source.resolve(folder)) : inJar(source, folder);
    }

    private static SortedMap<String, String> inDirectory(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> isYaml(file.toString())).toList();
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            texts.put(bareName(file.getFileName().toString()), Files.readString(file));
        }
        return texts;
    }

    private static SortedMap<String, String> inJar(Path jar, String folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().startsWith(folder + "/") && isYaml(entry.getName()))
                    .forEach(entry ->
                            texts.put(bareName(entry.getName().substring(folder.length() + 1)), text(zip, entry)));
        }
        return texts;
    }

    private static String text(ZipFile zip, ZipEntry entry) {
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + entry.getName(), broken);
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yml");
    }

    private static String bareName(String file) {
        return file.substring(0, file.length() - 4);
    }
}
