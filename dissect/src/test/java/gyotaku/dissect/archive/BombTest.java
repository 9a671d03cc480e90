package gyotaku.dissect.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.testkit.Packer;
import gyotaku.testkit.Suites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Files made to fill whoever unpacks them.
@Timeout(60)
class BombTest {

    private static final Limits.Files LIMITS = Limits.standard().files();
    private static final byte[] MIB = new byte[1 << 20];

    private static Opened open(String name, byte[] bytes) {
        return new Dissector(Limits.standard()).open(new Enclosure(name, "", bytes, List.of()));
    }

    private static void assertDefused(Opened opened) {
        assertThat(opened.shows(Trait.Kind.BOMB)).isTrue();
        assertThat(unpacked(opened)).isLessThanOrEqualTo(LIMITS.unpackedBytes());
        assertThat(opened.all()).hasSizeLessThanOrEqualTo(LIMITS.count());
        assertThat(limits(opened)).isNotEmpty();
    }

    private static long unpacked(Opened opened) {
        return opened.all().mapToLong(Inside::size).sum();
    }

    private static List<String> limits(Opened opened) {
        return java.util.stream.Stream.concat(
                        opened.truncated().stream(), opened.all().flatMap(file -> file.opened().truncated().stream()))
                .map(Truncated::limit)
                .distinct()
                .toList();
    }

    private static void mebibytes(OutputStream out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(MIB);
        }
    }

    @Test
    void tenGigabytesOfGzipInTenMegabytes() throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
            mebibytes(gzip, 64);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 160; i++) {
            member.writeTo(all);
        }
        assertThat(all.size()).isBetween(9 << 20, 12 << 20);

        assertDefused(open("a.gz", all.toByteArray()));
    }

    @Test
    void bzip2() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
            mebibytes(bzip2, 64);
        }
        assertDefused(open("a.bz2", out.toByteArray()));
    }

    @Test
    void xz() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
            mebibytes(xz, 256);
        }
        assertDefused(open("a.xz", out.toByteArray()));
    }

    @Test
    void lzh() {
        assumeThat(Bsdtar.onPath()).as("the bsdtar command").isPresent();
        byte[] archive = Packer.lh5Bomb("spaces");
        assertThat(archive.length).isLessThan(1_000);
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());

        Opened opened = open("a.lzh", archive);

        assertDefused(opened);
        assertThat(unpacked(opened)).isGreaterThan(1 << 20);
        assertThat(ProcessHandle.current().children().filter(child -> !before.contains(child)))
                .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(30)));
    }

    @Test
    void sevenZip() throws IOException {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
                SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("zeros");
            archive.putArchiveEntry(entry);
            for (int i = 0; i < 256; i++) {
                archive.write(MIB);
            }
            archive.closeArchiveEntry();
            archive.finish();
            byte[] bytes = java.util.Arrays.copyOf(channel.array(), Math.toIntExact(channel.size()));

            assertDefused(open("a.7z", bytes));
        }
    }

    @Test
    void aThousandTimesAMebibyteThatIsNotDenseEnoughByItself() {
        byte[] packed = RawZip.deflated(MIB);
        RawZip.Told told = RawZip.stored("a", MIB);
        RawZip zip = new RawZip();
        for (int i = 0; i < 1000; i++) {
            RawZip.Told each = new RawZip.Told(RawZip.ascii("f" + i), 0, 8, told.crc(), packed.length, MIB.length, 0);
            zip.file(each, each, packed);
        }
        Opened opened = open("a.zip", zip.end(""));

        assertDefused(opened);
        assertThat(limits(opened)).containsExactly("unpackedBytes");
    }

    /// Zip files in zip files, sixteen each, as 42.zip has them.
    @Test
    void nestedZips() {
        byte[] inner = new RawZip().file("zeros", MIB).end("");
        for (int level = 0; level < 4; level++) {
            byte[] packed = RawZip.deflated(inner);
            RawZip.Told told = RawZip.stored("", inner);
            RawZip zip = new RawZip();
            for (int i = 0; i < 16; i++) {
                RawZip.Told each = new RawZip.Told(
                        RawZip.ascii(level + "-" + i + ".zip"), 0, 8, told.crc(), packed.length, inner.length, 0);
                zip.file(each, each, packed);
            }
            inner = zip.end("");
        }
        assertDefused(open("42.zip", inner));
    }

    @Test
    void theRealFortyTwo() {
        byte[] bytes = Suites.bytes(Suites.file("hostile/42zip/42.zip"));

        Opened opened = new Dissector(Limits.standard()).open(new Enclosure("42.zip", "", bytes, List.of("42")));

        assertDefused(opened);
    }

    /// One kernel of zeros that a thousand files share (Fifield, “A better zip bomb”, 2019).
    @Test
    void filesThatShareTheirContent() {
        byte[] zeros = new byte[8 << 20];
        byte[] packed = RawZip.deflated(zeros);
        RawZip.Told told = RawZip.stored("a0", zeros);
        RawZip.Told kernel = new RawZip.Told(told.name(), 0, 8, told.crc(), packed.length, zeros.length, 0);
        RawZip zip = new RawZip().file(kernel, kernel, packed);
        for (int i = 1; i < 1000; i++) {
            zip.listed(kernel.named(RawZip.ascii("a" + i)), 0);
        }
        Opened opened = open("a.zip", zip.end(""));

        assertDefused(opened);
        assertThat(Look.kinds(opened)).contains(Trait.Kind.AMBIGUOUS);
    }

    /// As deep as anybody likes, each level a zip of the one below: what a quine looks like from outside.
    @Test
    void zipsInZipsWithoutEnd() {
        byte[] inner = RawZip.ascii("the end");
        for (int level = 0; level < 300; level++) {
            inner = new RawZip().file("r.zip", inner).end("");
        }
        Opened opened = open("r.zip", inner);

        assertThat(opened.all().count()).isEqualTo(LIMITS.depth() + 1);
        assertThat(limits(opened)).containsExactly("depth");
    }

    @Test
    void aMillionFiles() {
        RawZip zip = new RawZip();
        RawZip.Told told = RawZip.stored("", new byte[0]);
        for (int i = 0; i < 1_000_000; i++) {
            RawZip.Told each = told.named(RawZip.ascii("f" + i));
            zip.file(each, each, new byte[0]);
        }
        Opened opened = open("a.zip", zip.end(""));

        assertThat(opened.files()).hasSize(LIMITS.count());
        assertThat(limits(opened)).containsExactly("count");
    }

    @Test
    void aTarThatLiesAboutASize() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarArchiveEntry entry = new TarArchiveEntry("huge.bin");
        entry.setSize(7L << 30);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        tar.putArchiveEntry(entry);
        tar.flush();
        out.writeBytes(new byte[2048]);

        Opened opened = open("a.tar", out.toByteArray());

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(Look.names(opened)).containsExactly("huge.bin");
        assertThat(unpacked(opened)).isLessThan(4096);
    }

    /// Ten gigabytes of holes in one header (GNU, the older form of sparse files).
    @Test
    void aTarOfHoles() throws IOException {
        byte[] header = new byte[1024];
        put(header, 0, "holes.bin");
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0" + "00000000000\0" + "00000000000\0");
        put(header, 156, "S");
        put(header, 257, "ustar  \0");
        put(header, 386, "111000000000" + "00000000000\0");
        put(header, 483, "111000000000");
        put(header, 148, "        ");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header[i];
        }
        put(header, 148, String.format(java.util.Locale.ROOT, "%06o\0 ", sum));

        assertDefused(open("a.tar", header));
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(RawZip.ascii(text), 0, header, at, text.length());
    }
}
