package gyotaku.dissect.office;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Written;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OleReaderTest {

    private static Opened open(byte[] bytes, String... passwords) {
        return new Dissector(Limits.standard()).open(new Enclosure("a.doc", "", bytes, List.of(passwords)));
    }

    private static List<String> details(Opened opened, Trait.Kind kind) {
        return opened.traits().stream()
                .filter(trait -> trait.kind() == kind)
                .map(Trait::detail)
                .toList();
    }

    private static byte[] written(POIFSFileSystem file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeFilesystem(out);
        return out.toByteArray();
    }

    @Test
    void aMacroIsToldWithWhatItStartsAndWhetherItRunsByItself() throws Exception {
        byte[] project = VbaOf.module("Module1", """
                ' Shell in a comment
                Private Sub Document_Open()
                  x = "https://evil.example/x"
                  Shell "cmd /c echo inert", 0
                End Sub
                """);
        for (Opened opened : List.of(
                open(project),
                open(ZipOf.word("").with("word/vbaProject.bin", project).bytes()))) {
            assertThat(details(opened, Trait.Kind.MACRO))
                    .singleElement()
                    .asString()
                    .startsWith("Module1: ");
            assertThat(details(opened, Trait.Kind.AUTO_RUN)).containsExactly("Module1: Document_Open");
            assertThat(details(opened, Trait.Kind.COMMAND)).containsExactly("Module1: Shell \"cmd /c echo inert\", 0");
            assertThat(opened.links()).extracting(Written::url).containsExactly("https://evil.example/x");
        }
    }

    @Test
    void aProjectWithoutCodeIsNoMacro() throws Exception {
        assertThat(open(VbaOf.module("ThisDocument", "Option Explicit\n")).traits())
                .isEmpty();
    }

    @Test
    void aPackedFileIsToldWithItsNamesAndOpened() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            new Ole10Native("run.js", "C:\\x\\run.js", "C:\\t\\run.js", "inert".getBytes(StandardCharsets.US_ASCII))
                    .writeOut(stream);
            file.getRoot()
                    .createDirectory("ObjectPool")
                    .createDirectory("_1")
                    .createDocument("\u0001Ole10Native", new ByteArrayInputStream(stream.toByteArray()));
            Opened opened = open(written(file));

            assertThat(details(opened, Trait.Kind.EMBEDDED_OBJECT)).containsExactly("Package: run.js (C:\\x\\run.js)");
            assertThat(opened.files()).extracting(Inside::name).containsExactly("run.js");
            assertThat(opened.files().getFirst().size()).isEqualTo(5);
        }
    }

    private static byte[] locked(EncryptionMode mode, String password) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(ZipOf.word("<w:fldSimple w:instr='DDEAUTO c:\\\\echo inert'/>")
                        .bytes());
            }
            return written(file);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"agile", "standard"})
    void aLockedDocumentOpensByAWordOfTheMail(EncryptionMode mode) throws Exception {
        byte[] locked = locked(mode, "s3cret-9");

        assertThat(details(open(locked, "wrong", "s3cret-9"), Trait.Kind.DDE)).hasSize(1);
        assertThat(open(locked, "wrong").state()).isEqualTo(Opened.State.LOCKED);
    }

    @Test
    void thePasswordThatExcelTriesByItselfIsTriedToo() throws Exception {
        assertThat(details(open(locked(EncryptionMode.agile, "VelvetSweatshop")), Trait.Kind.PASSWORD_OPENED))
                .containsExactly("VelvetSweatshop");
    }

    /// Seeded: whatever breaks is broken again the same way.
    @Test
    void brokenFilesEndWithoutAnErrorOfOurs() throws Exception {
        byte[] whole = VbaOf.module("Module1", "Sub AutoOpen()\nEnd Sub\n");
        SplittableRandom random = new SplittableRandom(20260514);
        for (int i = 0; i < 300; i++) {
            byte[] broken = whole.clone();
            for (int n = 0; n < 8; n++) {
                broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
            }
            assertThat(open(broken).state()).isIn(Opened.State.READ, Opened.State.BROKEN);
        }
    }
}
