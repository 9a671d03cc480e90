package gyotaku.dissect.archive;

import static gyotaku.dissect.archive.RawZip.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RAR, CAB, LZH and images of discs. The files in the resources were made by genisoimage, 7-Zip and Python's zipfile;
/// 7-Zip and cabextract read the RAR 5 archive and the cabinet made here in the same way.
class OtherArchivesTest {

    private static final byte[] PROGRAM = ascii("MZ\0\0inert");
    private static final byte[] SCRIPT = ascii("WScript.Echo \"inert\"\r\n");

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OtherArchivesTest.class.getResourceAsStream(name))) {
            return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"joliet.iso.gz", "rockridge.iso.gz"})
    void anImageOfADiscIsRead(String name) throws IOException {
        Opened opened = Look.into("scan.iso", resource(name));

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactlyInAnyOrder("payload.exe", "sub/見積書 2026.vbs");
        assertThat(Look.sizes(opened)).containsExactlyInAnyOrder((long) PROGRAM.length, (long) SCRIPT.length);
        assertThat(opened.shows(Trait.Kind.PROGRAM)).isTrue();
        assertThat(opened.shows(Trait.Kind.AMBIGUOUS)).isFalse();
    }

    @Test
    void anImageThatIsCutSaysSo() throws IOException {
        byte[] whole = resource("joliet.iso.gz");
        Opened opened = Look.into("scan.iso", Arrays.copyOf(whole, 60 << 10));

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
    }

    @Test
    void aSevenZipOfSevenZipWithLockedNamesIsOpened() throws IOException {
        Opened opened = Look.into("a.7z", resource("locked-names.7z"), "Anfrage-5");

        assertThat(Look.names(opened)).containsExactlyInAnyOrder("tree/payload.exe", "tree/sub/見積書 2026.vbs");
        assertThat(Look.into("a.7z", resource("locked-names.7z"), "other").state())
                .isEqualTo(Opened.State.LOCKED);
    }

    @Test
    void zip64IsRead() throws IOException {
        Opened opened = Look.into("a.zip", resource("zip64.zip"));

        assertThat(opened.traits()).isEmpty();
        assertThat(Look.names(opened)).containsExactly("big.txt");
        assertThat(Look.sizes(opened)).containsExactly(13L);
    }

    @Test
    void rar5IsListedAndWhatIsStoredIsTakenOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Rar!\u001a\u0007\u0001\0"));
        out.writeBytes(rar5(new byte[] {1, 0, 0}, new byte[0]));
        out.writeBytes(rar5(rar5File("見積.exe", PROGRAM.length, PROGRAM.length, 0), PROGRAM));
        out.writeBytes(rar5(rar5File("b.js", 9999, 6, 3), ascii("packed")));
        out.writeBytes(rar5(new byte[] {5, 0, 0}, new byte[0]));

        Opened opened = Look.withoutCommands("a.rar", out.toByteArray());

        assertThat(opened.state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
        assertThat(opened.detail()).isEqualTo("it is listed, not unpacked: the bsdtar command is not installed");
        assertThat(Look.names(opened)).containsExactly("見積.exe", "b.js");
        assertThat(Look.sizes(opened)).containsExactly(9L, 9999L);
        assertThat(opened.files()).allMatch(file -> file.opened().shows(Trait.Kind.PROGRAM));
    }

    @Test
    void rar5WithLockedNamesIsLocked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Rar!\u001a\u0007\u0001\0"));
        out.writeBytes(rar5(new byte[] {4, 0, 0, 0}, new byte[0]));
        out.writeBytes(new byte[64]);

        Opened opened = Look.into("a.rar", out.toByteArray());

        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(Look.kinds(opened)).containsExactly(Trait.Kind.ENCRYPTED);
    }

    private static byte[] rar5(byte[] body, byte[] data) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, body.length);
        header.writeBytes(body);
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(4, crc.getValue()));
        out.writeBytes(header.toByteArray());
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static byte[] rar5File(String name, int size, int packed, int method) {
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int number : new int[] {2, 2, packed, 0, size, 0x20, method << 7, 1, raw.length}) {
            number(body, number);
        }
        body.writeBytes(raw);
        return body.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>= 7;
        }
        out.write(rest);
    }

    private static byte[] little(int size, long value) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >> 8 * i);
        }
        return bytes;
    }

    @Test
    void rar4IsListedAndWhatIsStoredIsTakenOut() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Rar!\u001a\u0007\0"));
        out.writeBytes(rar4(0x73, 0, new byte[6]));
        out.writeBytes(rar4File("a.exe", 0x8000, PROGRAM.length, 0x30));
        out.writeBytes(PROGRAM);
        out.writeBytes(rar4File("b.vbs", 0x8004, 16, 0x33));
        out.writeBytes(new byte[16]);
        out.writeBytes(rar4(0x7b, 0, new byte[0]));

        Opened opened = Look.into("a.rar", out.toByteArray());

        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(Look.names(opened)).containsExactly("a.exe", "b.vbs");
        assertThat(Look.details(opened, Trait.Kind.ENCRYPTED)).containsExactly("b.vbs");
        assertThat(opened.files().getFirst().opened().shows(Trait.Kind.PROGRAM)).isTrue();
    }

    private static byte[] rar4(int type, int flags, byte[] rest) {
        return ByteBuffer.wrap(new byte[7 + rest.length])
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putShort((short) (7 + rest.length))
                .put(rest)
                .array();
    }

    private static byte[] rar4File(String name, int flags, int size, int method) {
        byte[] rest = ByteBuffer.wrap(new byte[25 + name.length()])
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .putInt(size)
                .put((byte) 2)
                .putInt(0)
                .putInt(0)
                .put((byte) 29)
                .put((byte) method)
                .putShort((short) name.length())
                .putInt(0x20)
                .put(ascii(name))
                .array();
        return rar4(0x74, flags, rest);
    }

    /// Two blocks, the second of which needs the first as its dictionary.
    @Test
    void aCabinetIsUnpacked() throws Exception {
        byte[] content = ascii("the quick brown fox ".repeat(2500));
        byte[] cabinet = cabinet(1, content, "見積.js".getBytes(StandardCharsets.UTF_8));

        Opened opened = Look.into("a.cab", cabinet);

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("見積.js", "rest.txt");
        assertThat(Look.sizes(opened)).containsExactly(100L, content.length - 100L);
        assertThat(opened.files().get(1).prints().sha256())
                .isEqualTo(gyotaku.model.Sha256.of(Arrays.copyOfRange(content, 100, content.length)));
    }

    @Test
    void aCabinetOfAnotherMethodIsListed() throws Exception {
        Opened opened = Look.withoutCommands("a.cab", cabinet(3, ascii("x".repeat(500)), ascii("a.exe")));

        assertThat(opened.state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
        assertThat(Look.names(opened)).containsExactly("a.exe", "rest.txt");
    }

    private static byte[] cabinet(int method, byte[] content, byte[] name) throws IOException {
        byte[] rest = ascii("rest.txt");
        int files = 36 + 8;
        int blocksAt = files + 16 + name.length + 1 + 16 + rest.length + 1;
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        int count = 0;
        for (int at = 0; at < content.length; at += 32768) {
            byte[] block = Arrays.copyOfRange(content, at, Math.min(content.length, at + 32768));
            byte[] packed = mszip(block, at == 0 ? new byte[0] : Arrays.copyOfRange(content, at - 32768, at));
            blocks.writeBytes(little(4, 0));
            blocks.writeBytes(little(2, packed.length));
            blocks.writeBytes(little(2, block.length));
            blocks.writeBytes(packed);
            count++;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("MSCF"));
        for (int value : new int[] {0, blocksAt + blocks.size(), 0, files, 0}) {
            out.writeBytes(little(4, value));
        }
        for (int value : new int[] {0x0103, 1, 2, 0, 0, 0}) {
            out.writeBytes(little(2, value));
        }
        out.writeBytes(little(4, blocksAt));
        out.writeBytes(little(2, count));
        out.writeBytes(little(2, method));
        cabinetFile(out, 100, 0, 0x80, name);
        cabinetFile(out, content.length - 100, 100, 0, rest);
        blocks.writeTo(out);
        return out.toByteArray();
    }

    private static void cabinetFile(ByteArrayOutputStream out, int size, int offset, int attributes, byte[] name) {
        out.writeBytes(little(4, size));
        out.writeBytes(little(4, offset));
        out.writeBytes(little(2, 0));
        out.writeBytes(little(4, 0x5a5a));
        out.writeBytes(little(2, attributes));
        out.writeBytes(name);
        out.write(0);
    }

    private static byte[] mszip(byte[] block, byte[] before) {
        Deflater deflater = new Deflater(9, true);
        if (before.length > 0) {
            deflater.setDictionary(before);
        }
        deflater.setInput(block);
        deflater.finish();
        byte[] buffer = new byte[40000];
        int n = deflater.deflate(buffer);
        deflater.end();
        byte[] out = new byte[n + 2];
        out[0] = 'C';
        out[1] = 'K';
        System.arraycopy(buffer, 0, out, 2, n);
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anLzhIsListedAndWhatIsStoredIsTakenOut(int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(lzh(level, "-lh0-", "見積.exe", PROGRAM, PROGRAM.length));
        out.writeBytes(lzh(level, "-lh5-", "b.js", ascii("packed"), 9999));
        out.write(0);

        Opened opened = Look.withoutCommands("a.lzh", out.toByteArray());

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
        assertThat(Look.names(opened)).containsExactly("見積.exe", "b.js");
        assertThat(Look.sizes(opened)).containsExactly(9L, 9999L);
    }

    private static byte[] lzh(int level, String method, String name, byte[] packed, int size) {
        byte[] raw = name.getBytes(Charset.forName("windows-31j"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] extended = level == 0 ? new byte[0] : extended(raw);
        int skip = packed.length + (level == 1 ? extended.length - 2 : 0);
        int base = level == 0 ? 22 + raw.length : level == 1 ? 25 : 24 + extended.length;
        out.writeBytes(level == 2 ? little(2, base) : new byte[] {(byte) base, 0});
        out.writeBytes(ascii(method));
        out.writeBytes(little(4, skip));
        out.writeBytes(little(4, size));
        out.writeBytes(little(4, 0));
        out.write(0x20);
        out.write(level);
        if (level == 0) {
            out.write(raw.length);
            out.writeBytes(raw);
            out.writeBytes(little(2, 0));
        } else if (level == 1) {
            out.write(0);
            out.writeBytes(little(2, 0));
            out.write('U');
            out.writeBytes(extended);
        } else {
            out.writeBytes(little(2, 0));
            out.write('U');
            out.writeBytes(extended);
        }
        out.writeBytes(packed);
        return out.toByteArray();
    }

    private static byte[] extended(byte[] name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(2, name.length + 3L));
        out.write(1);
        out.writeBytes(name);
        out.writeBytes(little(2, 0));
        return out.toByteArray();
    }
}
