package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.transfer.OtherDecoding;
import gyotaku.parse.transfer.TransferCoding;
import gyotaku.parse.transfer.Transferred;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The mbox of MimeKit with the part trees that it prints, and its encoded files with what they decode to.
class MimeKitSuiteTest {

    private static final String SUITE = "mime/mimekit/";

    @ParameterizedTest
    @CsvSource({
        "photo.b64, BASE64, photo.jpg",
        "photo.uu, UUENCODE, photo.jpg",
        "wikipedia.qp, QUOTED_PRINTABLE, wikipedia.txt"
    })
    void encodedFilesDecodeToTheFile(String encoded, TransferCoding coding, String file) {
        Path folder = Suites.folder(SUITE + "encoders");
        byte[] bytes = Suites.bytes(folder.resolve(encoded));
        assertThat(content(coding.decode(bytes, 0, bytes.length))).isEqualTo(Suites.bytes(folder.resolve(file)));
    }

    @Test
    void partsOfYencMakeTheFile() {
        Path folder = Suites.folder(SUITE + "yenc");
        byte[] first = Suites.bytes(folder.resolve("00000020.ntx"));
        byte[] second = Suites.bytes(folder.resolve("00000021.ntx"));
        byte[] one = content(OtherDecoding.YENC.decode(first, 0, first.length));
        byte[] other = content(OtherDecoding.YENC.decode(second, 0, second.length));
        byte[] file = Suites.bytes(folder.resolve("joystick.jpg"));
        assertThat(one).isEqualTo(Arrays.copyOf(file, one.length));
        assertThat(other).isEqualTo(Arrays.copyOfRange(file, file.length - other.length, file.length));
        assertThat(one.length + other.length).isEqualTo(file.length);
    }

    @Test
    void partTreesOfTheMboxAreTheSame() {
        Path folder = Suites.folder(SUITE + "mbox");
        List<String> theirs = text(folder.resolve("issue1189-summary.txt"))
                .lines()
                .filter(line -> line.contains("Content-Type: ") || line.startsWith("Subject: "))
                .map(String::stripTrailing)
                .toList();
        List<String> ours = new ArrayList<>();
        for (String message : text(folder.resolve("issue1189.mbox.txt")).split("(?m)^From .*\n")) {
            if (!message.isEmpty()) {
                byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
                ours.add("Subject: " + MailParserTest.mail(bytes).subject());
                describe(
                        MimeReader.read(Source.of(bytes), Limits.standard(), new Notes())
                                .root(),
                        "",
                        ours);
            }
        }
        assertThat(ours).isEqualTo(theirs).isNotEmpty();
    }

    private static void describe(Part part, String indent, List<String> lines) {
        lines.add(indent + "Content-Type: " + part.type().toLowerCase(Locale.ROOT));
        MainReading.of(part).forEach(child -> describe(child, indent + "   ", lines));
    }

    private static String text(Path file) {
        return new String(Suites.bytes(file), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static byte[] content(Transferred data) {
        return Arrays.copyOfRange(data.bytes(), data.from(), data.to());
    }
}
