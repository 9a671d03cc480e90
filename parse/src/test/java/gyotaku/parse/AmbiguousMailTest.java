package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where programs read a mail differently, all that any of them finds is there.
class AmbiguousMailTest {

    private static final String HEAD = "From: a@example.com\r\nDate: Tue, 24 Nov 2026 10:00:00 +0900\r\n";
    private static final String FILE =
            Base64.getEncoder().encodeToString("%PDF-1.4 a file".getBytes(StandardCharsets.UTF_8));

    private static ParsedMail mail(String text) {
        return MailParserTest.mail(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String file(String boundary, String encoding) {
        return "--" + boundary + "\r\nContent-Type: application/pdf\r\n" + encoding + "\r\n" + FILE + "\r\n";
    }

    private static List<Kind> doubts(ParsedMail mail) {
        return mail.defects().stream()
                .map(defect -> defect.kind())
                .filter(kind -> kind.name().startsWith("AMBIGUOUS"))
                .toList();
    }

    @Test
    void whatStandsUnderTheOtherBoundaryIsAddedBelowThePartThatIsReadOtherwise() {
        ParsedMail mail =
                mail(HEAD + "Content-Type: multipart/mixed; boundary=one; boundary=two\r\n\r\n--one\r\n\r\nhello\r\n"
                        + file("two", "Content-Transfer-Encoding: base64\r\n") + "--two--\r\n--one--\r\n");
        assertThat(mail.attachments()).extracting(Attachment::type).containsExactly("application/pdf");
        assertThat(mail.attachments().getFirst().partPath()).startsWith("1~2");
        assertThat(mail.attachments().getFirst().looksLike()).isEqualTo("application/pdf");
        assertThat(doubts(mail)).containsExactly(Kind.AMBIGUOUS_BOUNDARY);
    }

    @Test
    void bothEncodingsAreTaken() {
        ParsedMail mail = mail(HEAD + "Content-Type: multipart/mixed; boundary=one\r\n\r\n"
                + file("one", "Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: base64\r\n")
                + "--one--\r\n");
        assertThat(mail.attachments()).extracting(Attachment::partPath).containsExactly("1.1", "1.1~2");
        assertThat(mail.attachments().getLast().size()).isEqualTo(15);
        assertThat(doubts(mail)).containsExactly(Kind.AMBIGUOUS_ENCODING);
    }

    @Test
    void aMailThatSaysTheSameTwiceIsClear() {
        ParsedMail mail = mail(HEAD + "Content-Type: multipart/mixed; boundary=one\r\n\r\n"
                + file("one", "Content-Transfer-Encoding: base64\r\nContent-Transfer-Encoding: base64\r\n")
                + "--one--\r\n");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(doubts(mail)).isEmpty();
    }

    @Test
    void readingsAreCounted() {
        int most = Limits.standard().otherReadings();
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < 3 * most; i++) {
            files.append("begin 644 f")
                    .append(i)
                    .append(".txt\r\n#")
                    .append((char) ('!' + i % 60))
                    .append("6%T\r\nend\r\n");
        }
        ParsedMail mail = mail(HEAD + "\r\n" + files);
        assertThat(mail.attachments()).isNotEmpty().hasSizeLessThanOrEqualTo(most);
        assertThat(mail.truncated()).anyMatch(cut -> cut.limit().equals("otherReadings"));
    }

    @Test
    void doubtsInDoubtsInDoubtsEnd() {
        String level = """
                Content-Type: multipart/mixed; boundary=a; boundary=b
                Content-Type: multipart/mixed; boundary=c

                --a
                --b
                Content-Type: x
                --c
                """;
        ParsedMail mail = mail(HEAD + level.repeat(20_000));
        assertThat(mail.parts().count())
                .isLessThanOrEqualTo(1_000L * (1 + Limits.standard().otherReadings()));
        assertThat(mail.truncated()).isNotEmpty();
    }
}
