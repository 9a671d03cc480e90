package gyotaku.dissect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YaraTest {

    private static final String PATH =
            Optional.ofNullable(System.getenv("PATH")).orElse("");

    private static final String RULES = """
            rule InertMarker { strings: $a = "GYOTAKU-INERT" condition: $a }
            rule InertArchive { condition: uint32(0) == 0x04034b50 }
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void itIsInstalled() {
        assumeTrue(
                Stream.of(PATH.split(File.pathSeparator, 100))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "yara"))),
                "yara is not installed");
    }

    private Opened open(Yara yara, byte[] bytes) {
        return new Dissector(Limits.standard(), Optional.of(yara))
                .open(new Enclosure("../../a;b.zip", "", bytes, List.of()));
    }

    private static byte[] zip(String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("-C.txt"));
            zip.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static List<String> rules(List<Trait> traits) {
        return traits.stream()
                .filter(trait -> trait.kind() == Trait.Kind.YARA)
                .map(Trait::detail)
                .toList();
    }

    @Test
    void rulesMatchTheFileThatTheyMatchAtWhateverLevel() throws IOException {
        Yara yara = Yara.of(Files.writeString(folder.resolve("r.yar"), RULES), PATH);

        Opened opened = open(yara, zip("GYOTAKU-INERT"));

        assertThat(rules(opened.traits())).containsExactly("InertArchive");
        assertThat(rules(opened.files().getFirst().opened().traits())).containsExactly("InertMarker");
        assertThat(open(yara, zip("harmless")).files().getFirst().opened().shows(Trait.Kind.YARA))
                .isFalse();
    }

    @Test
    void aFolderStandsForTheRulesInIt() throws IOException {
        Files.writeString(folder.resolve("a.yar"), "rule One { condition: true }");
        Files.writeString(folder.resolve("b.yara"), "rule Two { condition: true }");
        Files.writeString(folder.resolve("c.txt"), "no rules");

        assertThat(rules(open(Yara.of(folder, PATH), new byte[] {1}).traits())).containsExactly("One", "Two");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnyMailIsRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yar"), "rule {");
        Path good = Files.writeString(folder.resolve("good.yar"), RULES);

        assertThatThrownBy(() -> Yara.of(broken, PATH)).hasMessageContaining("syntax error");
        assertThatThrownBy(() -> Yara.of(folder.resolve("none.yar"), PATH)).hasMessageStartingWith("there is no");
        assertThatThrownBy(() -> Yara.of(good, folder.toString())).hasMessageContaining("yara is not there");
    }

    @Test
    void aMatchThatFailsIsSaidAndTheRestStays() throws IOException {
        Path rules = Files.writeString(folder.resolve("r.yar"), RULES);
        Yara yara = Yara.of(rules, PATH);
        Files.delete(rules);

        Opened opened = open(yara, zip("GYOTAKU-INERT"));

        assertThat(opened.files()).hasSize(1);
        assertThat(opened.truncated()).extracting(Truncated::limit).containsExactly("yara.rules");
    }
}
