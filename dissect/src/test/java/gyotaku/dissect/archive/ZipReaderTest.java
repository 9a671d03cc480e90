package gyotaku.dissect.archive;

import static gyotaku.dissect.archive.RawZip.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipReaderTest {

    private static final byte[] TEXT = ascii("Please see the invoice. ".repeat(40));

    private static byte[] zip(String... names) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] locked(ZipParameters how, String password) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        how.setEncryptFiles(true);
        try (ZipOutputStream zip = new ZipOutputStream(out, password.toCharArray())) {
            for (String name : new String[] {"請求書.txt", "run.js"}) {
                how.setFileNameInZip(name);
                how.setEntrySize(TEXT.length);
                zip.putNextEntry(how);
                zip.write(TEXT);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static ZipParameters by(String cipher) {
        ZipParameters how = new ZipParameters();
        how.setCompressionMethod(cipher.endsWith("stored") ? CompressionMethod.STORE : CompressionMethod.DEFLATE);
        if (cipher.startsWith("aes")) {
            how.setEncryptionMethod(EncryptionMethod.AES);
            how.setAesKeyStrength(
                    cipher.startsWith("aes128") ? AesKeyStrength.KEY_STRENGTH_128 : AesKeyStrength.KEY_STRENGTH_256);
        } else {
            how.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
        }
        return how;
    }

    @Test
    void whatIsInItIsListedInItsOrder() throws Exception {
        Opened opened = Look.into("a.zip", zip("b/one.txt", "請求書.txt"));

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("b/one.txt", "請求書.txt");
        assertThat(Look.sizes(opened)).containsExactly(960L, 960L);
        assertThat(opened.traits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes128", "aes256", "aes256 stored", "traditional"})
    void aPasswordOfTheMailOpensIt(String cipher) throws Exception {
        Opened opened = Look.into("a.zip", locked(by(cipher), "Rechnung-77"), "wrong", "Rechnung-77");

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("請求書.txt", "run.js");
        assertThat(Look.sizes(opened)).containsExactly(960L, 960L);
        assertThat(Look.details(opened, Trait.Kind.PASSWORD_OPENED)).containsExactly("\"Rechnung-77\" (mail)");
        assertThat(opened.files().get(1).opened().shows(Trait.Kind.PROGRAM)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes128", "traditional"})
    void aPasswordThatIsUsedAgainAndAgainOpensIt(String cipher) throws Exception {
        Opened opened = Look.into("a.zip", locked(by(cipher), "infected"));

        assertThat(Look.details(opened, Trait.Kind.PASSWORD_OPENED)).containsExactly("\"infected\" (usual)");
        assertThat(Look.sizes(opened)).containsExactly(960L, 960L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes256", "traditional"})
    void lockedFilesAreListedByTheirNames(String cipher) throws Exception {
        Opened opened = Look.into("a.zip", locked(by(cipher), "nobody knows"), "wrong");

        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(Look.names(opened)).containsExactly("請求書.txt", "run.js");
        assertThat(opened.files()).allMatch(file -> file.opened().state() == Opened.State.LOCKED);
        assertThat(Look.kinds(opened)).containsExactly(Trait.Kind.ENCRYPTED);
        assertThat(opened.shows(Trait.Kind.PROGRAM)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-31j"})
    void namesAreReadInTheCodingThatTheyAreIn(String charset) {
        byte[] name = "見積書.pdf".getBytes(Charset.forName(charset));
        RawZip.Told told = RawZip.stored("", TEXT).named(name);

        assertThat(Look.names(
                        Look.into("a.zip", new RawZip().file(told, told, TEXT).end(""))))
                .containsExactly("見積書.pdf");
    }

    @Test
    void aFileWithoutDirectoryIsReadByTheHeadersInIt() {
        byte[] cut = new RawZip().file("a.txt", TEXT).file("b.txt", TEXT).withoutDirectory();

        Opened opened = Look.into("a.zip", cut);

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(Look.names(opened)).containsExactly("a.txt", "b.txt");
        assertThat(Look.sizes(opened)).containsExactly(960L, 960L);
    }

    @Test
    void aFileThatTheDirectoryHidesIsFound() {
        byte[] bytes = new RawZip()
                .file("a.txt", TEXT)
                .unlisted(RawZip.stored("hidden.exe", TEXT), TEXT)
                .file("b.txt", TEXT)
                .end("");

        Opened opened = Look.into("a.zip", bytes);

        assertThat(Look.names(opened)).containsExactly("a.txt", "b.txt", "hidden.exe");
        assertThat(Look.details(opened, Trait.Kind.AMBIGUOUS)).containsExactly("hidden.exe is not in the directory");
    }

    @Test
    void twoArchivesInARowAreReadBoth() {
        byte[] bytes = new RawZip()
                .file("first.txt", TEXT)
                .raw(new RawZip().file("second.txt", TEXT).end(""))
                .withoutDirectory();
        byte[] both = new RawZip()
                .raw(new RawZip().file("first.txt", TEXT).end(""))
                .raw(bytes)
                .withoutDirectory();

        Opened opened = Look.into("a.zip", both);

        assertThat(Look.names(opened)).contains("second.txt", "first.txt");
        assertThat(Look.kinds(opened)).contains(Trait.Kind.AMBIGUOUS);
    }

    @Test
    void aCommentThatHoldsAnEndRecordHidesNothing() {
        byte[] other = new RawZip().file("harmless.txt", TEXT).end("");
        String comment = new String(other, StandardCharsets.ISO_8859_1);
        byte[] bytes = new RawZip().file("real.exe", TEXT).end(comment);

        Opened opened = Look.into("a.zip", bytes);

        assertThat(Look.names(opened)).contains("real.exe");
        assertThat(Look.kinds(opened)).contains(Trait.Kind.AMBIGUOUS);
    }

    @Test
    void anArchiveStoredInAnArchiveIsNoAmbiguity() {
        byte[] inner = new RawZip().file("inner.txt", TEXT).end("");
        Opened opened = Look.into("a.zip", new RawZip().file("inner.zip", inner).end(""));

        assertThat(opened.traits()).isEmpty();
        assertThat(Look.names(opened.files().getFirst().opened())).containsExactly("inner.txt");
    }

    @Test
    void headersThatDisagreeAreSaid() {
        RawZip.Told real = RawZip.stored("real.exe", TEXT);
        byte[] bytes = new RawZip()
                .file(real.named(ascii("real.txt")), real, TEXT)
                .file(real.named(ascii("s")).sized(5), real.named(ascii("s")), TEXT)
                .end("");

        assertThat(Look.details(Look.into("a.zip", bytes), Trait.Kind.AMBIGUOUS))
                .containsExactly(
                        "real.exe in the directory, real.txt in its header",
                        "s: 960 bytes in the directory, 5 in its header");
    }

    @Test
    void twoFilesOfOneNameAreReadBothAndSaid() {
        byte[] bytes =
                new RawZip().file("a.txt", TEXT).file("A.TXT", ascii("other")).end("");

        Opened opened = Look.into("a.zip", bytes);

        assertThat(Look.sizes(opened)).containsExactly(960L, 5L);
        assertThat(Look.details(opened, Trait.Kind.AMBIGUOUS)).containsExactly("two files of the name A.TXT");
    }

    @Test
    void filesThatOverlapAreSaid() {
        RawZip zip = new RawZip();
        RawZip.Told told = RawZip.stored("a.txt", TEXT);
        byte[] bytes =
                zip.file(told, told, TEXT).listed(told.named(ascii("b.txt")), 0).end("");

        assertThat(Look.details(Look.into("a.zip", bytes), Trait.Kind.AMBIGUOUS))
                .contains("a.txt and b.txt overlap");
    }

    @Test
    void junkBeforeAndAfterChangesNothing() throws Exception {
        byte[] plain = zip("a.txt");
        byte[] bytes = new RawZip()
                .raw(ascii("junk ".repeat(20)))
                .raw(plain)
                .raw(ascii("junk"))
                .withoutDirectory();

        assertThat(Look.names(Look.into("a.zip", bytes))).containsExactly("a.txt");
    }

    @Test
    void aProgramThatUnpacksItselfIsUnpacked() throws Exception {
        byte[] stub = Arrays.copyOf(ascii("MZ"), 500);
        byte[] bytes = new RawZip().raw(stub).raw(zip("payload.vbs")).withoutDirectory();

        Opened opened = Look.into("setup.exe", bytes);

        assertThat(Look.names(opened)).containsExactly("payload.vbs");
        assertThat(Look.kinds(opened)).contains(Trait.Kind.PROGRAM, Trait.Kind.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "C:\\Windows\\x.dll",
                "\\\\server\\share\\x.txt",
                "a/../../b.txt"
            })
    void aNameThatLeadsOutIsSaidAndNothingElseHappens(String name) {
        Opened opened = Look.into("a.zip", new RawZip().file(name, TEXT).end(""));

        assertThat(Look.names(opened)).containsExactly(name);
        assertThat(opened.shows(Trait.Kind.PATH_ESCAPE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice\u202Efdp.exe",
                "a\0.txt",
                "CON",
                "com1.txt",
                "docs/nul.pdf",
                "report.pdf.",
                "report.pdf ",
                "invoice.pdf                          .exe",
                "invoice.pdf.exe"
            })
    void aNameThatDeceivesIsSaid(String name) {
        RawZip.Told told = RawZip.stored("", TEXT).named(name.getBytes(StandardCharsets.UTF_8));
        Opened opened = Look.into("a.zip", new RawZip().file(told, told, TEXT).end(""));

        assertThat(opened.shows(Trait.Kind.DECEPTIVE_NAME)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.pdf", "docs/2026.11/見積書.xlsx", "console.txt", "a.b.c.txt", "photo (1).jpg"})
    void anHonestNameIsNotSuspected(String name) {
        RawZip.Told told = RawZip.stored("", TEXT).named(name.getBytes(StandardCharsets.UTF_8));
        Opened opened = Look.into("a.zip", new RawZip().file(told, told, TEXT).end(""));

        assertThat(opened.files().getFirst().opened().traits()).isEmpty();
    }

    @Test
    void aSymbolicLinkIsSaidAndNotFollowed() {
        byte[] target = ascii("/etc/shadow");
        RawZip.Told link = new RawZip.Told(
                ascii("readme"), 0, 0, RawZip.stored("", target).crc(), target.length, target.length, 0xa1ff);
        Opened opened = Look.into("a.zip", new RawZip().file(link, link, target).end(""));

        assertThat(Look.details(opened, Trait.Kind.PATH_ESCAPE)).containsExactly("readme → /etc/shadow");
        assertThat(opened.files()).isEmpty();
    }

    @Test
    void aWrongChecksumIsSaid() {
        RawZip.Told told = RawZip.stored("a.txt", ascii("other"));
        RawZip.Told lying = new RawZip.Told(told.name(), 0, 0, told.crc(), 960, 960, 0);
        Opened opened = Look.into("a.zip", new RawZip().file(lying, lying, TEXT).end(""));

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened.detail()).isEqualTo("a.txt: its checksum does not fit");
    }
}
