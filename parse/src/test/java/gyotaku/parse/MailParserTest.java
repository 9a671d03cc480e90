package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Defect.Kind;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.ParsedMail;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailParserTest {

    static final MailParser PARSER = new MailParser(Limits.standard(), MailParserTest::lastTwoLabels, List.of());

    private static DomainName lastTwoLabels(DomainName name) {
        String[] labels = name.ascii().split("\\.");
        int from = Math.max(0, labels.length - 2);
        return new DomainName(String.join(".", List.of(labels).subList(from, labels.length)));
    }

    static Reading read(byte[] bytes) {
        return PARSER.parse(RawMail.of(bytes), Opener.none());
    }

    static ParsedMail mail(byte[] bytes) {
        return switch (read(bytes)) {
            case Reading.Mail mail -> mail.mail();
            case Reading.NotMail no -> throw new AssertionError(no.why().en());
        };
    }

    static ParsedMail mail(String... lines) {
        return mail((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static ParsedMail mail(Charset charset, String... lines) {
        return mail((String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    @Test
    void aPlainMailIsReadWhole() {
        ParsedMail mail = mail(
                "Return-Path: <bounce@mail.example>",
                "From: =?UTF-8?B?5bGx55Sw?= <yamada@example.com>",
                "To: \"Sato, Hana\" <hana@example.co.jp>, jiro@example.co.jp (Jiro)",
                "Subject: [spam] =?UTF-8?Q?=E3=83=86=E3=82=B9=E3=83=88?=",
                "Date: Tue, 24 Nov 2026 10:00:00 +0900",
                "",
                "こんにちは");
        assertThat(mail.from().orElseThrow().toString()).isEqualTo("山田 <yamada@example.com>");
        assertThat(mail.envelope().orElseThrow().address()).isEqualTo("bounce@mail.example");
        assertThat(mail.recipients())
                .extracting(Object::toString)
                .containsExactly("Sato, Hana <hana@example.co.jp>", "Jiro <jiro@example.co.jp>");
        assertThat(mail.subject()).isEqualTo("テスト");
        assertThat(mail.marks()).containsExactly("[spam]");
        assertThat(mail.root().text().orElseThrow()).isEqualTo("こんにちは\r\n");
        assertThat(mail.root().usedCharset()).isEqualTo("utf-8");
        assertThat(mail.date().orElseThrow()).hasToString("2026-11-24T10:00+09:00");
    }

    @Test
    void aForwardAsAttachmentIsReadAsTheMailInside() {
        String[] lines = {
            "From: Help <help@example.co.jp>",
            "Subject: please look",
            "Content-Type: multipart/mixed; boundary=a",
            "",
            "--a",
            "",
            "Is this real?",
            "--a",
            "Content-Type: message/rfc822",
            "Content-Disposition: attachment; filename=mail.eml",
            "",
            "From: Bank <bank@example.net>",
            "Subject: urgent",
            "",
            "Click",
            "--a--"
        };
        ParsedMail mail = mail(lines);
        byte[] sample = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(mail.from().orElseThrow().address()).isEqualTo("bank@example.net");
        assertThat(mail.subject()).isEqualTo("urgent");
        assertThat(mail.reporter().orElseThrow().address()).isEqualTo("help@example.co.jp");
        assertThat(mail.root().path()).isEqualTo("1");
        assertThat(at(sample, mail.header("Subject").orElseThrow().span())).isEqualTo("Subject: urgent");
        assertThat(at(sample, mail.root().body())).isEqualTo("Click");
        assertThat(mail.attachments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "message/rfc822 ! attachment; filename=a.eml",
                "application/octet-stream ! attachment; filename=a.eml",
                "application/octet-stream; name=A.EML ! inline",
                "message/rfc822 ! inline"
            })
    void aMailInsideOfBase64PointsToItsEncodedBytes(String type, String disposition) {
        byte[] inner = "From: bank@example.net\r\nSubject: urgent\r\n\r\nClick\r\n".getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getMimeEncoder().encodeToString(inner);
        String[] lines = {
            "From: help@example.co.jp",
            "Content-Type: multipart/mixed; boundary=a",
            "",
            "--a",
            "Content-Type: " + type,
            "Content-Disposition: " + disposition,
            "Content-Transfer-Encoding: base64",
            "",
            encoded,
            "--a--"
        };
        ParsedMail mail = mail(lines);
        byte[] sample = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(mail.subject()).isEqualTo("urgent");
        assertThat(mail.reporter()).isPresent();
        assertThat(at(sample, mail.header("Subject").orElseThrow().span())).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"message/delivery-status ! message/rfc822", "text/plain ! application/pdf"})
    void aBounceAndAMailWithAttachmentsStayThemselves(String first, String second) {
        ParsedMail mail = mail(
                "From: daemon@example.co.jp",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=a",
                "",
                "--a",
                "Content-Type: " + first,
                "",
                "Action: failed",
                "--a",
                "Content-Type: " + second,
                "",
                "From: bank@example.net",
                "Subject: urgent",
                "",
                "--a--");
        assertThat(mail.from().orElseThrow().address()).isEqualTo("daemon@example.co.jp");
        assertThat(mail.reporter()).isEmpty();
        assertThat(mail.attachments()).extracting(Attachment::type).containsExactly(second);
    }

    @Test
    void aLongMailWithAMailAttachedStaysItself() {
        ParsedMail mail = mail(
                "From: daily@example.com",
                "Content-Type: multipart/mixed; boundary=a",
                "",
                "--a",
                "",
                "words ".repeat(1_000),
                "--a",
                "Content-Type: message/rfc822",
                "",
                "From: bank@example.net",
                "",
                "x",
                "--a--");
        assertThat(mail.from().orElseThrow().address()).isEqualTo("daily@example.com");
        assertThat(mail.attachments()).extracting(Attachment::type).containsExactly("message/rfc822");
        assertThat(mail.parts().map(part -> part.path())).containsExactly("1", "1.1", "1.2", "1.2.1");
    }

    @Test
    void attachmentsAreKnownByTheirBytes() {
        ParsedMail mail = mail(
                "From: a@example.com",
                "Content-Type: multipart/mixed; boundary=a",
                "",
                "--a",
                "Content-Type: text/plain",
                "",
                "see",
                "--a",
                "Content-Type: application/pdf; name=\"=?UTF-8?B?6KuL5rGCLnBkZg==?=\"",
                "",
                "%PDF-1.7",
                "--a",
                "Content-Type: text/html; name=login.html",
                "Content-Disposition: inline",
                "",
                "<!DOCTYPE html><form>",
                "--a",
                "Content-Type: image/png",
                "Content-ID: <logo>",
                "",
                "x",
                "--a",
                "Content-Type: image/jpeg",
                "Content-Disposition: attachment; filename=photo.jpg",
                "Content-Transfer-Encoding: base64",
                "",
                "TVqQAAMAAAAEAAAA",
                "--a--");
        assertThat(mail.attachments())
                .extracting(Attachment::name, Attachment::looksLike)
                .containsExactly(
                        tuple("請求.pdf", "application/pdf"),
                        tuple("login.html", "text/html"),
                        tuple("photo.jpg", "application/vnd.microsoft.portable-executable"));
        assertThat(mail.parts().toList().get(4).contentId()).isEqualTo("logo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[spam] hello ! [spam] ! hello",
                "[SPAM][meiwaku] hello ! [SPAM],[meiwaku] ! hello",
                "***SPAM*** hello ! ***SPAM*** ! hello",
                "[迷惑メール] 重要 ! [迷惑メール] ! 重要",
                "【迷惑メール】重要 ! 【迷惑メール】 ! 重要",
                "[Suspected Spam] hi ! [Suspected Spam] ! hi",
                "[SPAM 9.8] hi ! [SPAM 9.8] ! hi",
                "[list] hello ! '' ! [list] hello",
                "【重要】お知らせ ! '' ! 【重要】お知らせ",
                "spam ! '' ! spam"
            })
    void marksOfReceiversAreTakenOffTheSubject(String subject, String marks, String rest) {
        ParsedMail mail = mail("Subject: " + subject, "", "x");
        assertThat(String.join(",", mail.marks())).isEqualTo(marks);
        assertThat(mail.subject()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'' ! the file is empty",
                "\\r\\n\\r\\n ! the file is empty",
                "Dear Sir,\\nthis is a letter: it has no header. ! plain text",
                "%PDF-1.4 abc ! application/pdf",
                "<html><body>From: x ! text/html",
                "\u00ff\u00d8\u00ff\u00e0 x ! image/jpeg",
                "ab\u0001\u0002cd ! no known kind"
            })
    void whatIsNoMailIsSaidToBeWhatItIs(String content, String why) {
        byte[] bytes = content.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(bytes))
                .isInstanceOfSatisfying(
                        Reading.NotMail.class, no -> assertThat(no.why().en()).contains(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\r\n"})
    void everyLineEndWillDo(String lineEnd) {
        String text = String.join(
                lineEnd,
                "From: a@example.com",
                "Subject: folded",
                "  subject",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "one",
                "--b",
                "",
                "two",
                "--b--",
                "");
        ParsedMail mail = mail(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.subject()).isEqualTo("folded  subject");
        assertThat(mail.parts().skip(1).map(part -> part.text().orElseThrow().strip()))
                .containsExactly("one", "two");
    }

    @Test
    void mixedLineEndsInOneHeader() {
        ParsedMail mail = mail(
                "From: a@example.com\r\nTo: b@example.co.jp\nSubject: x\rDate: Tue, 24 Nov 2026 10:00:00 +0900\n\nbody"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.subject()).isEqualTo("x");
        assertThat(mail.date()).isPresent();
        assertThat(mail.root().text()).contains("body");
        assertThat(mail.defects()).extracting(Defect::kind).contains(Kind.BARE_CR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "From a@example.com Tue Nov 24 10:00:00 2026\\nSubject: x\\n\\nbody ! MBOX_FROM_LINE",
                "\ufeffSubject: x\\n\\nbody ! BYTE_ORDER_MARK",
                "Subject: x\\nbody ! HEADER_WITHOUT_END",
                "junk here\\nSubject: x\\n\\nbody ! NOT_A_HEADER_LINE",
                "Subject: x\\0\\n\\nbody ! NUL_BYTE",
                "Subject: x\\n\\nbody ! MISSING_HEADER",
                "Subject: x\\nSubject: y\\n\\nbody ! DUPLICATE_HEADER",
                "Subject: x\\nContent-Type: text\\n\\nbody ! BAD_CONTENT_TYPE",
                "Subject: x\\nContent-Type: multipart/mixed\\n\\nbody ! MISSING_BOUNDARY",
                "Subject: x\\nContent-Type: multipart/mixed; boundary=b\\n\\nbody ! BOUNDARY_NOT_FOUND",
                "Subject: x\\nContent-Type: multipart/mixed; boundary=b\\n\\n--b\\n\\nbody ! BOUNDARY_NOT_CLOSED",
                "Subject: x\\nContent-Transfer-Encoding: rot13\\n\\nbody ! BAD_TRANSFER_ENCODING",
                "Subject: x\\nDate: yesterday\\n\\nbody ! BAD_DATE",
                "Subject: x\\nFrom: a b\\n\\nbody ! BAD_ADDRESS"
            })
    void whatIsBrokenIsADefectAndTheBodyIsThere(String mail, String kind) {
        byte[] bytes = mail.replace("\\n", "\n").replace("\\0", "\0").getBytes(StandardCharsets.UTF_8);
        ParsedMail read = mail(bytes);
        assertThat(read.defects()).extracting(Defect::kind).contains(Kind.valueOf(kind));
        assertThat(read.subject()).isEqualTo("x");
        assertThat(read.parts().toList().getLast().text().orElseThrow()).contains("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "; boundary=other", "; boundary='real one'", "; boundary=\\real one", "; boundary=\"real one"
            })
    void partsBehindABoundaryThatIsWronglyNamedAreFound(String parameter) {
        ParsedMail mail = mail(
                "Subject: x",
                "Content-Type: multipart/mixed" + parameter,
                "",
                "--real one",
                "Content-Type: text/plain",
                "",
                "hello",
                "--real one",
                "Content-Type: application/zip; name=a.zip",
                "",
                "PK",
                "--real one--");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.zip");
        assertThat(mail.parts().map(part -> part.path())).containsExactly("1", "1.1", "1.2");
    }

    private static String at(byte[] sample, ByteSpan span) {
        return new String(sample, span.start(), span.length(), StandardCharsets.UTF_8);
    }
}
