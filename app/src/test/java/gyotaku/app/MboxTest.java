package gyotaku.app;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.app.Samples.Sample;
import gyotaku.model.Sha256;
import gyotaku.testkit.Suites;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an mbox is taken apart.
final class MboxTest {

    private static final String FROM = "From bounce@example.net Sun Mar  1 08:00:00 2026\n";

    private static List<Sample> read(InputStream in, int messageBytes) {
        try (Stream<Sample> samples = new Samples(messageBytes, in).read("-")) {
            return samples.toList();
        }
    }

    private static List<Sample> read(byte[] mbox) {
        return read(new ByteArrayInputStream(mbox), 1 << 20);
    }

    private static List<String> texts(String mbox) {
        return read(mbox.getBytes(StandardCharsets.UTF_8)).stream()
                .map(MboxTest::text)
                .toList();
    }

    private static String text(Sample sample) {
        return switch (sample) {
            case Sample.Message message -> new String(message.raw().bytes(), StandardCharsets.UTF_8);
            case Sample.Unreadable unread -> throw new AssertionError(unread.why());
        };
    }

    private static String mail(String body) {
        return "From: taro@example.net\nSubject: lunch\n\n" + body;
    }

    private static String sized(int length, String body) {
        return "From: taro@example.net\nContent-Length: " + length + "\nSubject: lunch\n\n" + body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From bounce@example.net Sun Mar  1 08:00:00 2026",
                "From - Sun Mar  1 08:00:00 2026",
                "From MAILER-DAEMON Sun Mar 01 08:00 JST 2026",
                "From 1844347792267117879@xxx Sun Mar 01 08:00:00 +0000 2026",
                "From \"taro yamada\"@example.net Sun, 1 Mar 2026 08:00:00 +0900",
                "From -",
                "From 1844347792267117879@xxx"
            })
    void everyFormOfTheFromLineDivides(String from) {
        assertThat(texts(from + "\n" + mail("one\n\n") + from + "\n" + mail("two\n\n")))
                .containsExactly(mail("one\n"), mail("two\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From here it is a short way.",
                "From Monday on we meet at 10:00 in room 2026.",
                "From -",
                "From taro@example.net",
                "From Russia with love\nYear: 1963",
                "From",
                "from bounce@example.net Sun Mar  1 08:00:00 2026",
                " From bounce@example.net Sun Mar  1 08:00:00 2026"
            })
    void aSentenceThatBeginsWithFromDividesNothing(String line) {
        String body = "Hello\n\n" + line + "\n\nBye\n";
        assertThat(texts(FROM + mail(body + "\n") + FROM + mail("two\n\n"))).containsExactly(mail(body), mail("two\n"));
    }

    @Test
    void aFromLineWithoutAnEmptyLineBeforeItDividesWhenAHeaderFollows() {
        String line = "From bounce@example.net Sun Mar  1 08:00:00 2026";
        assertThat(texts(FROM + mail("one\n") + FROM + mail("two\n"))).containsExactly(mail("one\n"), mail("two\n"));
        assertThat(texts(FROM + mail("one\n" + line + "\nis how it begins\n"))).hasSize(1);
    }

    @Test
    void oneMessageIsTheFileAsItIs() {
        String single = FROM + mail(">From here\n>>From there\n\n");
        assertThat(read(single.getBytes(StandardCharsets.UTF_8)))
                .extracting(Sample::path)
                .containsExactly("-");
        assertThat(texts(single)).containsExactly(single);
    }

    @Test
    void lineEndsAndAByteOrderMarkMakeNoDifference() {
        String mbox = "\ufeff" + FROM + mail("one\n\n") + FROM + mail("two\n\n");
        assertThat(texts(mbox.replace("\n", "\r\n")))
                .containsExactly(
                        mail("one\n").replace("\n", "\r\n"), mail("two\n").replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                // mboxrd: one > of each goes
                ">From here\\n>>From there\\n!From here\\n>From there\\n",
                ">>>From here\\n> From\\n!>>From here\\n> From\\n",
                // mboxo, or what one cannot tell from it: as it is
                ">From here\\n!>From here\\n",
                ">>From here\\nFrom there\\n!>>From here\\nFrom there\\n",
            })
    void quotedFromLinesAreRestoredWhereTheDialectIsSure(String written, String read) {
        assertThat(texts(FROM + mail(written.replace("\\n", "\n") + "\n") + FROM + mail("two\n")))
                .containsExactly(mail(read.replace("\\n", "\n")), mail("two\n"));
    }

    @Test
    void aContentLengthThatLeadsToTheNextMessageIsHonoured() {
        String body = "Hello\n\nFrom bounce@example.net Sun Mar  1 08:00:00 2026\nwas the line.\n>>From\n";
        String first = sized(body.length(), body);
        assertThat(texts(FROM + first + "\n" + FROM + sized(4, "two\n") + "\n"))
                .containsExactly(first, sized(4, "two\n"));
        assertThat(texts(FROM + mail("one\n\n") + FROM + first)).containsExactly(mail("one\n"), first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 100, 127, 128, 999_999_999})
    void aContentLengthThatLiesSwallowsNothing(int length) {
        String mbox = FROM + sized(length, "one\n") + "\n" + FROM + mail("two\n\n") + FROM + mail("three\n\n");
        assertThat(texts(mbox)).containsExactly(sized(length, "one\n"), mail("two\n"), mail("three\n"));
    }

    @Test
    void aContentLengthThatEndsExactlyAtALaterMessageSwallowsNothing() {
        String second = FROM + mail("two\n\n");
        for (String rest : List.of("", FROM + mail("three\n\n"))) {
            int length = "one\n\n".length() + second.length();
            assertThat(texts(FROM + sized(length, "one\n\n") + second + rest)).hasSize(rest.isEmpty() ? 2 : 3);
        }
    }

    @Test
    void noByteIsLostAndNoneComesTwice() {
        StringBuilder mbox = new StringBuilder();
        IntStream.range(0, 500)
                .forEach(i -> mbox.append(FROM).append(sized(i * 7 % 90, "x".repeat(i) + "\n\nFrom " + i + "\n\n")));
        List<String> texts = texts(mbox.toString());
        assertThat(texts).hasSize(500);
        assertThat(String.join(
                        "", texts.stream().map(text -> FROM + text + "\n").toList()))
                .isEqualTo(mbox.toString());
    }

    @Test
    void anArchiveLargerThanTheLimitIsReadMessageByMessage() {
        String one = FROM + mail("x".repeat(90_000) + "\n\n");
        byte[] archive = one.repeat(40).getBytes(StandardCharsets.UTF_8);
        assertThat(read(new ByteArrayInputStream(archive), 100_000))
                .hasSize(40)
                .allSatisfy(sample -> assertThat(text(sample)).hasSize(one.length() - FROM.length() - 1));
    }

    @Test
    void aMessageOverTheLimitIsCutAndTheNextIsRead() {
        String large = FROM + mail("x".repeat(300_000) + "\n\n");
        byte[] mbox = (FROM + mail("one\n\n") + large + FROM + mail("three\n\n")).getBytes(StandardCharsets.UTF_8);

        List<Sample> samples = read(new ByteArrayInputStream(mbox), 100_000);

        assertThat(samples).extracting(Sample::path).containsExactly("-#1", "-#2", "-#3");
        assertThat(samples.get(1)).isInstanceOfSatisfying(Sample.Message.class, message -> {
            assertThat(message.raw().cut()).isTrue();
            assertThat(message.raw().size()).isEqualTo(large.length());
            assertThat(message.raw().sha256()).isEqualTo(Sha256.of(large.getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(text(samples.get(2))).isEqualTo(mail("three\n"));
    }

    @Test
    void lengthsThatAllLieCostNoMoreThanTheyAreLong() {
        String one = "From -\nContent-Length: 900000\n\n";
        assertThat(texts(one.repeat(30_000))).hasSize(30_000);
    }

    @ParameterizedTest
    @CsvSource({
        "mimekit/mbox/simple.mbox.txt, 3",
        "mimekit/mbox/unmunged.mbox.txt, 2",
        "mimekit/mbox/issue1189.mbox.txt, 4",
        "TIKA/complex.mbox, 3",
        "TIKA/simple.mbox, 2",
        "TIKA/single_mail.mbox, 1",
        "TIKA/quoted.mbox, 1",
        "TIKA/headers.mbox, 1",
        "TIKA/testMBOX_complex.mbox, 1",
        "TIKA/testMBOX_lengthy_x-headers.mbox, 1"
    })
    void mboxesOfOthersHaveAsManyMessages(String file, int messages) throws IOException {
        String tika = "tika/tika-parsers/tika-parsers-standard/tika-parsers-standard-modules/tika-parser-mail-module"
                + "/src/test/resources/test-documents";
        assertThat(read(Suites.bytes(Suites.file("mime/" + file.replace("TIKA", tika)))))
                .hasSize(messages);
    }
}
