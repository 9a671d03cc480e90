package gyotaku.dissect.small;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Opened;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are cut and changed at random, seeded, on the small stack of the child process.
class BrokenFilesTest {

    private static final int CHANGED = 200;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "a.rtf",
                        "{\\rtf1{\\object{\\*\\objdata 0105000002000000040000004f4c4500000000000000000003000000010203}}"
                                + "{\\field{\\*\\fldinst HYPERLINK \"https://evil.example/\"}{\\fldrslt x}}\\u12354?\\bin3 abc}"),
                Arguments.of(
                        "a.lnk",
                        "L\0\0\0\u0001\u0014\u0002\0\0\0\0\0\u00c0\0\0\0\0\0\0F\u00e7\0\0\0" + "\u0010\0".repeat(80)),
                Arguments.of(
                        "a.ics",
                        "BEGIN:VCALENDAR\r\nATTENDEE;CN=\"a;b\":mailto:a@b\r\nATTACH;ENCODING=BASE64:AAAA\r\n"),
                Arguments.of("a.svg", "<svg><a href='https://evil.example/'>x</a><script>a('b')</script></svg>"),
                Arguments.of("a.webloc", "bplist00_\u0010\u0014https://evil.example/" + "\0".repeat(32)),
                Arguments.of("a.csv", "a,=cmd|'/c x'!A0\r\n"),
                Arguments.of(
                        "a.one",
                        "\u00e4R\\{\u008c\u00d8\u00a7M\u00ae\u00b1Sx\u00d0)\u0096\u00d3" + "\0".repeat(64)
                                + "\u00e7\u0016\u00e3\u00bde&\u0011E\u00a4\u00c4\u008dM\u000bz\u009e\u00ac\u0003\0\0\0"
                                + "\0".repeat(16) + "abc"),
                Arguments.of(
                        "a.xml",
                        "<?mso-application progid='Word.Document'?><w><t>a</t><fldSimple instr='DDE a b'/><binData>AAAA</binData></w>"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void brokenFilesEndWithoutAnErrorOfOurs(String name, String text) throws InterruptedException {
        byte[] whole = text.getBytes(StandardCharsets.ISO_8859_1);
        List<Opened> opened = new ArrayList<>();
        Thread small = new Thread(
                null,
                () -> broken(whole).forEach(file -> opened.add(Asked.open(name, file))),
                "small stack",
                512 << 10);
        small.start();
        small.join();

        assertThat(opened).hasSize(whole.length + CHANGED);
    }

    private static Stream<byte[]> broken(byte[] whole) {
        SplittableRandom random = new SplittableRandom(20260514);
        Stream<byte[]> cut = java.util.stream.IntStream.range(0, whole.length).mapToObj(to -> Arrays.copyOf(whole, to));
        Stream<byte[]> changed = java.util.stream.IntStream.range(0, CHANGED).mapToObj(_ -> {
            byte[] other = whole.clone();
            for (int n = 0; n < 4; n++) {
                other[random.nextInt(other.length)] = (byte) random.nextInt();
            }
            return other;
        });
        return Stream.concat(cut, changed);
    }
}
