package gyotaku.dissect.archive;

import static gyotaku.dissect.archive.RawZip.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {

    private static final byte[] SCRIPT = ascii("WScript.Echo \"inert\"\r\n".repeat(30));

    private enum Packing {
        ZIP {
            @Override
            byte[] pack(String name, byte[] content) {
                return new RawZip().file(name, content).end("");
            }
        },
        SEVEN_ZIP {
            @Override
            byte[] pack(String name, byte[] content) throws IOException {
                return sevenZip(new char[0], name, content);
            }
        },
        TAR {
            @Override
            byte[] pack(String name, byte[] content) throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
                    TarArchiveEntry entry = new TarArchiveEntry(name);
                    entry.setSize(content.length);
                    tar.putArchiveEntry(entry);
                    tar.write(content);
                    tar.closeArchiveEntry();
                }
                return out.toByteArray();
            }
        },
        GZIP {
            @Override
            byte[] pack(String name, byte[] content) throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                return written(new GZIPOutputStream(out), content, out);
            }
        },
        BZIP2 {
            @Override
            byte[] pack(String name, byte[] content) throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                return written(new BZip2CompressorOutputStream(out), content, out);
            }
        },
        XZ {
            @Override
            byte[] pack(String name, byte[] content) throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                return written(new XZOutputStream(out, new LZMA2Options(1)), content, out);
            }
        };

        abstract byte[] pack(String name, byte[] content) throws IOException;

        private static byte[] written(OutputStream to, byte[] content, ByteArrayOutputStream out) throws IOException {
            try (to) {
                to.write(content);
            }
            return out.toByteArray();
        }
    }

    private static byte[] sevenZip(char[] password, String name, byte[] content) throws IOException {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            SevenZOutputFile archive =
                    password.length == 0 ? new SevenZOutputFile(channel) : new SevenZOutputFile(channel, password);
            try (archive) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(name);
                archive.putArchiveEntry(entry);
                archive.write(content);
                archive.closeArchiveEntry();
            }
            return Arrays.copyOf(channel.array(), Math.toIntExact(channel.size()));
        }
    }

    static Stream<List<Packing>> pairs() {
        return Stream.of(Packing.values())
                .flatMap(outer -> Stream.of(Packing.values()).map(inner -> List.of(outer, inner)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aScriptIsFoundInWhateverItIsPackedTwice(List<Packing> pair) throws IOException {
        byte[] inner = pair.get(1).pack("見積.vbs", SCRIPT);
        byte[] outer = pair.get(0).pack("inner.bin", inner);

        Opened opened = Look.into("a", outer);

        Inside first = opened.files().getFirst();
        Inside second = first.opened().files().getFirst();
        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(first.size()).isEqualTo(inner.length);
        assertThat(second.size()).isEqualTo(SCRIPT.length);
        if (List.of(Packing.ZIP, Packing.SEVEN_ZIP, Packing.TAR).contains(pair.get(1))) {
            assertThat(second.name()).endsWith(".vbs");
            assertThat(second.opened().shows(Trait.Kind.PROGRAM)).isTrue();
        }
    }

    @Test
    void aCompressedFileIsCalledWhatIsLeftOfItsName() throws IOException {
        assertThat(Look.names(Look.into("run.js.bz2", Packing.BZIP2.pack("", SCRIPT))))
                .containsExactly("run.js");
        assertThat(Look.names(Look.into("a.tgz", Packing.GZIP.pack("", SCRIPT))))
                .containsExactly("a.tar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Geheim-9", "infected"})
    void aSevenZipIsOpenedByAPassword(String password) throws IOException {
        byte[] bytes = sevenZip(password.toCharArray(), "見積.vbs", SCRIPT);

        Opened opened = Look.into("a.7z", bytes, "nothing", "Geheim-9");

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("見積.vbs");
        assertThat(Look.sizes(opened)).containsExactly((long) SCRIPT.length);
        assertThat(Look.kinds(opened)).contains(Trait.Kind.ENCRYPTED, Trait.Kind.PASSWORD_OPENED);
    }

    @Test
    void aSevenZipThatNothingOpensSaysSo() throws IOException {
        Opened opened = Look.into("a.7z", sevenZip("nobody knows".toCharArray(), "a.vbs", SCRIPT), "wrong");

        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(Look.kinds(opened)).containsExactly(Trait.Kind.ENCRYPTED);
    }

    @ParameterizedTest
    @MethodSource("everyPacking")
    void whatIsCutIsBrokenAndDoesNoHarm(Packing packing) throws IOException {
        byte[] whole = packing.pack("a.vbs", SCRIPT);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Opened opened = Look.into("a", Arrays.copyOf(whole, length));
            assertThat(opened.state()).as("%d bytes", length).isNotEqualTo(Opened.State.LOCKED);
        }
    }

    static Stream<Packing> everyPacking() {
        return Stream.of(Packing.values());
    }

    @Test
    void aTarLinkIsSaid() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry("a", TarArchiveEntry.LF_SYMLINK);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        Opened opened = Look.into("a.tar", out.toByteArray());

        assertThat(Look.details(opened, Trait.Kind.PATH_ESCAPE)).containsExactly("a → /etc/passwd");
        assertThat(opened.files()).isEmpty();
    }
}
