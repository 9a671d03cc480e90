package gyotaku.dissect.archive;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Sha256;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskReaderTest {

    private static final byte[] NOTES = RawZip.ascii("Minutes of the meeting\r\n".repeat(100));
    private static final byte[] PROGRAM = RawZip.ascii("MZ\0\0inert");

    static Stream<Arguments> disks() {
        return Stream.of(
                disk("fat12", 12, volume -> volume),
                disk("fat16", 16, volume -> volume),
                disk("fat32", 32, volume -> volume),
                disk("MBR", 16, FatImage::partitioned),
                disk("GPT", 16, FatImage::guidPartitioned),
                disk("fixed VHD", 12, FatImage::fixedVhd),
                disk("dynamic VHD", 16, volume -> FatImage.dynamicVhd(FatImage.partitioned(volume))),
                disk("VHDX", 16, volume -> FatImage.vhdx(FatImage.guidPartitioned(volume))));
    }

    private static Arguments disk(String name, int bits, UnaryOperator<byte[]> around) {
        return Arguments.of(name, bits, around);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disks")
    void harmlessFilesAreTakenOut(String name, int bits, UnaryOperator<byte[]> around) {
        byte[] volume = new FatImage(bits)
                .with("議事録 of the meeting.txt", NOTES)
                .with("b.txt", NOTES)
                .bytes();
        Opened opened = Look.into("scan.img", around.apply(volume));

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("議事録 of the meeting.txt", "b.txt");
        assertThat(opened.files())
                .allMatch(file -> file.prints().sha256().equals(Sha256.of(NOTES)))
                .allMatch(file -> file.opened().traits().isEmpty());
        assertThat(opened.traits()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disks")
    void aProgramUnderADeceptiveNameAndOneThatWasDeletedAreTold(String name, int bits, UnaryOperator<byte[]> around) {
        byte[] volume = new FatImage(bits)
                .with("請求書.pdf.exe", PROGRAM)
                .with("clean.vbs", PROGRAM)
                .deleted()
                .bytes();
        Opened opened = Look.into("scan.img", around.apply(volume));

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("請求書.pdf.exe", "clean.vbs");
        assertThat(Look.kinds(opened.files().getFirst().opened()))
                .containsExactlyInAnyOrder(Trait.Kind.PROGRAM, Trait.Kind.DECEPTIVE_NAME);
        assertThat(opened.files().get(1).opened().state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
        assertThat(opened.files().get(1).opened().detail()).isEqualTo("it is deleted");
    }

    @Test
    void aFileWhoseClustersGoRoundIsABomb() {
        byte[] volume = new FatImage(16)
                .with("a.txt", PROGRAM, Integer.MAX_VALUE)
                .chainedToItself()
                .bytes();
        Opened opened = Look.into("scan.img", volume);

        assertThat(opened.truncated()).isNotEmpty();
        assertThat(opened.shows(Trait.Kind.BOMB)).isTrue();
    }

    @Test
    void aFileThatEndsTooEarlyIsBroken() {
        Opened opened = Look.into(
                "scan.img", new FatImage(12).with("a.txt", NOTES, 90_000).bytes());

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened.detail()).isEqualTo("a.txt: its clusters end before it does");
    }

    @Test
    void aVolumeOfAnotherKindIsNamed() {
        byte[] volume = new byte[64 << 10];
        System.arraycopy(RawZip.ascii("\u00ebR\u0090NTFS    "), 0, volume, 0, 11);
        volume[510] = 0x55;
        volume[511] = (byte) 0xaa;
        for (byte[] disk : new byte[][] {volume, FatImage.partitioned(volume), FatImage.fixedVhd(volume)}) {
            Opened opened = Look.into("scan.img", disk);

            assertThat(opened.state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
            assertThat(opened.detail()).isEqualTo("a volume of NTFS");
        }
    }

    /// Seeded: whatever breaks is broken again the same way.
    @ParameterizedTest(name = "{0}")
    @MethodSource("disks")
    void brokenDisksEndWithoutAnErrorOfOurs(String name, int bits, UnaryOperator<byte[]> around) {
        byte[] whole = around.apply(
                new FatImage(Math.min(bits, 16)).with("a.txt", NOTES).bytes());
        SplittableRandom random = new SplittableRandom(20260514);
        for (int i = 0; i < 20; i++) {
            byte[] broken = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
            for (int n = 0; n < 200; n++) {
                broken[16 + random.nextInt(Math.min(broken.length - 16, 300 << 10))] = (byte) random.nextInt();
            }
            assertThat(Look.into("a.img", broken).state()).isNotEqualTo(Opened.State.FAILED);
        }
    }
}
