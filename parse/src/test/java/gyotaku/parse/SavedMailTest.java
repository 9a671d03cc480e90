package gyotaku.parse;

import static gyotaku.parse.MailParserTest.mail;
import static gyotaku.parse.MailParserTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.ParsedMail;
import gyotaku.testkit.Suites;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails as programs save them.
class SavedMailTest {

    private static final String MAIL = """
            From: =?UTF-8?B?5bGx55Sw?= <yamada@example.com>
            To: hana@example.co.jp
            Subject: 会議の件
            Date: Tue, 24 Nov 2026 10:00:00 +0900
            Content-Type: text/plain; charset=utf-8

            明日の会議は https://example.com/room です。😀
            """;

    private static final String PLIST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict><key>subject</key><string>not of the mail</string></dict>
            </plist>
            """;

    private static List<Kind> defects(ParsedMail mail) {
        return mail.defects().stream().map(Defect::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, false", "UTF-16LE, true", "UTF-16BE, false", "UTF-16BE, true"})
    void utf16IsReadAsItsText(String charset, boolean marked) {
        byte[] bytes = ((marked ? "\ufeff" : "") + MAIL).getBytes(Charset.forName(charset));
        ParsedMail mail = mail(bytes);
        assertThat(mail.subject()).isEqualTo("会議の件");
        assertThat(mail.from().orElseThrow()).hasToString("山田 <yamada@example.com>");
        assertThat(mail.root().text().orElseThrow()).isEqualTo("明日の会議は https://example.com/room です。😀\n");
        assertThat(mail.links()).hasSize(1);
        assertThat(defects(mail)).contains(Kind.UTF_16);
        assertThat(mail.span()).isEqualTo(new ByteSpan(0, bytes.length));
    }

    @Test
    void halfACharacterAtTheEndAndHalfASurrogateCostOnlyThemselves() {
        byte[] bytes = (MAIL.replace("😀", "\ue000") + "\ue001").getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            boolean half = bytes[i] == 0 && bytes[i + 1] == (byte) 0xe0;
            bytes[i] = half ? 0x3d : bytes[i];
            bytes[i + 1] = half ? (byte) 0xd8 : bytes[i + 1];
        }
        ParsedMail mail = mail(Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(mail.subject()).isEqualTo("会議の件");
        assertThat(mail.root().text().orElseThrow()).endsWith("です。\ufffd\n\ufffd");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17})
    void aFileOfUtf16ThatEndsEarlyIsReadOrRefused(int length) {
        byte[] bytes = ("\ufeff" + MAIL).getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(Arrays.copyOf(bytes, length))).isNotNull();
    }

    @Test
    void utf8WithAMarkKeepsItsPlaces() {
        byte[] bytes = ("\ufeff" + MAIL).getBytes(StandardCharsets.UTF_8);
        ParsedMail mail = mail(bytes);
        assertThat(mail.subject()).isEqualTo("会議の件");
        assertThat(defects(mail)).contains(Kind.BYTE_ORDER_MARK);
        ByteSpan from = mail.header("From").orElseThrow().span();
        assertThat(new String(bytes, from.start(), from.length(), StandardCharsets.UTF_8))
                .startsWith("From:");
    }

    private static byte[] emlx(String count, String after) {
        return (count + "\n" + MAIL + after).getBytes(StandardCharsets.UTF_8);
    }

    private static int length() {
        return MAIL.getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "      ", "\r"})
    void anEmlxIsTheMailWithoutWhatAppleMailKeepsBehindIt(String blanks) {
        byte[] bytes = emlx(length() + blanks, PLIST);
        ParsedMail mail = mail(bytes);
        assertThat(mail.subject()).isEqualTo("会議の件");
        assertThat(mail.root().text().orElseThrow()).endsWith("です。😀\n");
        assertThat(defects(mail)).containsExactly(Kind.RAW_8BIT_HEADER);
        ByteSpan from = mail.header("From").orElseThrow().span();
        assertThat(new String(bytes, from.start(), from.length(), StandardCharsets.UTF_8))
                .startsWith("From:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "17", "99999", "999999999999"})
    void anEmlxWithAWrongCountIsReadUpToTheList(String count) {
        ParsedMail mail = mail(emlx(count, PLIST));
        assertThat(mail.root().text().orElseThrow()).endsWith("です。😀\n");
        assertThat(defects(mail)).containsExactly(Kind.BAD_MESSAGE_LENGTH, Kind.RAW_8BIT_HEADER);
        assertThat(mail(emlx(count, "")).root().text().orElseThrow()).endsWith("です。😀\n");
    }

    @Test
    void anEmlxWithAListInItsTextEndsAtTheLastOne() {
        ParsedMail mail = mail(emlx("7", PLIST + "as you see\n" + PLIST));
        assertThat(mail.root().text().orElseThrow()).endsWith("as you see\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123\n", "12 34\n", "12", "12\n", "x12\n", "12x\n"})
    void whatIsNoCountIsNoEmlx(String top) {
        assertThat(read((top + "\nhello\n").getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.NotMail.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "X-Apple-Content-Length: 4711!!true",
                "X-Apple-Content-Length: 4711!abc!false",
                "X-Mozilla-Altered: AttachmentDetached!You have removed it!true",
                "X-Other: 1!!false"
            })
    void aPartThatIsNotInTheFileIsTold(String field, String content, boolean elsewhere) {
        ParsedMail mail = mail(
                "From: a@example.com",
                "Date: Tue, 24 Nov 2026 10:00:00 +0900",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: application/pdf; name=bill.pdf",
                "Content-Transfer-Encoding: 7bit",
                field,
                "",
                content == null ? "--b--" : content + "\r\n--b--");
        assertThat(defects(mail).contains(Kind.PART_STORED_ELSEWHERE)).isEqualTo(elsewhere);
    }

    @ParameterizedTest
    @CsvSource({
        "unstructured/fake-email-utf-16.eml, Test Email",
        "unstructured/fake-email-utf-16-le.eml, Test Email",
        "unstructured/fake-email-utf-16-be.eml, Test Email",
        "tika/tika-parsers/tika-parsers-standard/tika-parsers-standard-modules/tika-parser-microsoft-module/src/test/"
                + "resources/test-documents/testEMLX.emlx, [jira] Commented: (TIKA-461) RFC822 messages not parsed"
    })
    void filesOfOthersAreRead(String file, String subject) {
        Path path = Suites.file("mime/" + file);
        assertThat(Files.isRegularFile(path)).isTrue();
        ParsedMail mail = mail(Suites.bytes(path));
        assertThat(String.join("", mail.marks()) + " " + mail.subject()).contains(subject.substring(7));
        assertThat(mail.parts().flatMap(part -> part.text().stream()))
                .isNotEmpty()
                .noneMatch(text -> text.contains("<plist") || text.indexOf('\0') >= 0);
    }
}
