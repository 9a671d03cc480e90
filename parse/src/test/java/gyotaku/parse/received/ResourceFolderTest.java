package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFolderTest {

    private static final Map<String, String> FILES = Map.of(
            "a/b/zeta.yml",
            "name: ゼータ\n",
            "a/b/alpha.yml",
            "name: alpha\n",
            "a/b/readme.md",
            "no",
            "a/c/other.yml",
            "no");

    @Test
    void aJarAndADirectoryListTheSameFilesByName(@TempDir Path temp) throws IOException {
        Path jar = temp.resolve("facts.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Path directory = temp.resolve("classes");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        for (Path source : List.of(jar, directory)) {
            assertThat(ResourceFolder.yamlFiles(source, "a/b"))
                    .containsExactly(Map.entry("alpha", "name: alpha\n"), Map.entry("zeta", "name: ゼータ\n"));
        }
    }
}
