package gyotaku.dissect.archive;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Sha256;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.testkit.Packer;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What only the `bsdtar` command unpacks.
class PackedArchivesTest {

    private static final byte[] NOTES = RawZip.ascii("Minutes of the meeting \u00ff\r\n".repeat(20));
    private static final byte[] PROGRAM = RawZip.ascii("MZ\0\0inert \u00ff".repeat(20));

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("a.rar", Packer::rar5),
                kind("old.rar", Packer::rar4),
                kind("a.lzh", Packer::lh5),
                kind("a.cab", Packer::lzxCabinet));
    }

    private static Arguments kind(String name, BiFunction<String, byte[], byte[]> packer) {
        return Arguments.of(name, packer);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aHarmlessFileIsTakenOut(String archive, BiFunction<String, byte[], byte[]> packer) {
        Opened opened = Look.into(archive, packer.apply("notes.txt", NOTES));

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("notes.txt");
        assertThat(opened.files().getFirst().prints().sha256()).isEqualTo(Sha256.of(NOTES));
        assertThat(opened.traits()).isEmpty();
        assertThat(opened.files().getFirst().opened().traits()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aProgramUnderADeceptiveNameIsTakenOut(String archive, BiFunction<String, byte[], byte[]> packer) {
        Opened opened = Look.into(archive, packer.apply("../invoice.pdf.exe", PROGRAM));

        assertThat(opened.state()).as(opened.detail()).isEqualTo(Opened.State.READ);
        assertThat(Look.names(opened)).containsExactly("../invoice.pdf.exe");
        assertThat(opened.files().getFirst().prints().sha256()).isEqualTo(Sha256.of(PROGRAM));
        assertThat(Look.kinds(opened.files().getFirst().opened()))
                .isEqualTo(Set.of(Trait.Kind.PROGRAM, Trait.Kind.PATH_ESCAPE, Trait.Kind.DECEPTIVE_NAME));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutTheCommandItIsListed(String archive, BiFunction<String, byte[], byte[]> packer) {
        Opened opened = Look.withoutCommands(archive, packer.apply("a.exe", PROGRAM));

        assertThat(opened.state()).isEqualTo(Opened.State.NOT_LOOKED_INTO);
        assertThat(opened.detail()).contains("the bsdtar command is not installed");
        assertThat(Look.names(opened)).containsExactly("a.exe");
        assertThat(Look.sizes(opened)).containsExactly((long) PROGRAM.length);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsCutIsSaidToBeCut(String archive, BiFunction<String, byte[], byte[]> packer) {
        byte[] whole = packer.apply("a.exe", PROGRAM);
        Opened opened = Look.into(archive, Arrays.copyOf(whole, whole.length - 100));

        assertThat(opened.state()).isIn(Opened.State.BROKEN, Opened.State.NOT_LOOKED_INTO);
        assertThat(opened.detail()).isNotEmpty();
        assertThat(opened.files()).allMatch(file -> file.opened().state() != Opened.State.READ);
    }
}
