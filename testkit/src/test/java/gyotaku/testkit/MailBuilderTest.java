package gyotaku.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailBuilderTest {

    private static final String SUBJECT = "【重要】カードのご利用を一時的に制限しました 髙﨑①";

    @Test
    void aPlainMailIsWrittenLineByLine() {
        assertThat(written(MailBuilder.plain())).isEqualTo("""
                From: Hanako Sato <hanako@example.com>
                To: taro@example.co.jp
                Subject: Minutes of the meeting
                Date: Thu, 14 May 2026 08:30:05 +0900
                Message-ID: <20260514083005.1@example.com>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: base64

                VGhlIG1pbnV0ZXMgYXJlIGluIHRoZSBzaGFyZWQgZm9sZGVyLgo=""".replace("\n", "\r\n"));
    }

    @Test
    void aBuilderStaysAsItWas() {
        MailBuilder mail = MailBuilder.plain();
        byte[] before = mail.bytes();
        mail.subject("other").received("from a by b").forgedHops(3).html("<p>").attachment("a", "b/c", new byte[1]);
        assertThat(mail.bytes()).isEqualTo(before);
    }

    @Test
    void forgedLinesStandBelowTheTrueOnesAndTheNewestIsOnTop() {
        String mail = written(
                MailBuilder.plain().forgedHops(2).received("first by boundary").received("second by inner"));
        assertThat(mail.lines().filter(line -> line.startsWith("Received: ")).map(line -> line.split(" ")[1]))
                .containsExactly("second", "first", "from", "from");
    }

    @Test
    void aFieldIsReplacedUnlessItIsRepeated() {
        MailBuilder mail = MailBuilder.plain().from("x@example.com");
        assertThat(written(mail)).containsOnlyOnce("From: ").contains("From: x@example.com");
        assertThat(written(mail.repeated("From", "y@example.com".getBytes(StandardCharsets.US_ASCII))))
                .contains("From: y@example.com");
        assertThat(written(mail.without("from"))).doesNotContain("From: ");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, B",
        "UTF-8, Q",
        "x-windows-iso2022jp, B",
        "windows-31j, B",
        "windows-31j, Q",
    })
    void subjectsComeBackFromTheirWords(String charset, EncodedWord encoding) {
        Charset cs = Charset.forName(charset);
        String words = encoding.of(SUBJECT, cs);
        assertThat(words.split(" "))
                .allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(120));
        assertThat(decoded(words, cs)).isEqualTo(SUBJECT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Transfer.class,
            names = {"BASE64", "QUOTED_PRINTABLE"})
    void bodiesTravelInShortAsciiLines(Transfer transfer) {
        byte[] wire = transfer.encode((SUBJECT + "\n").repeat(20).getBytes(StandardCharsets.UTF_8), "\r\n");
        assertThat(new String(wire, StandardCharsets.ISO_8859_1).split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(76).matches("[!-~]*"));
    }

    @Test
    void textAndHtmlAreAlternativesAndAnAttachmentMakesItMixed() {
        MailBuilder both = MailBuilder.plain().html("<p>hello</p>");
        assertThat(written(both)).containsOnlyOnce("multipart/alternative").doesNotContain("multipart/mixed");
        String mixed = written(both.attachment("a.pdf", "application/pdf", new byte[] {1, 2, 3}));
        assertThat(mixed.indexOf("multipart/mixed")).isPositive().isLessThan(mixed.indexOf("multipart/alternative"));
        assertThat(mixed).contains("filename=\"a.pdf\"").contains("AQID");
    }

    @Test
    void aForwardedSampleIsCarriedUnchanged() {
        byte[] inner = MailBuilder.plain().subject("the sample").bytes();
        String outer = written(MailBuilder.plain().subject("FW").attachedMessage(inner));
        assertThat(outer).contains("Content-Type: message/rfc822").contains(new String(inner, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void lineEndsAreAsTold(String end) {
        String mail = written(MailBuilder.plain().lineEnds(end));
        assertThat(mail.replace(end, "")).doesNotContain("\r", "\n");
    }

    private static String written(MailBuilder mail) {
        return new String(mail.bytes(), StandardCharsets.UTF_8);
    }

    private static String decoded(String words, Charset charset) {
        StringBuilder text = new StringBuilder();
        Matcher word = Pattern.compile("=\\?[^?]+\\?([BQ])\\?([^?]*)\\?=").matcher(words);
        while (word.find()) {
            byte[] octets = word.group(1).equals("B") ? Base64.getDecoder().decode(word.group(2)) : q(word.group(2));
            text.append(new String(octets, charset));
        }
        return text.toString();
    }

    private static byte[] q(String text) {
        StringBuilder latin = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean coded = text.charAt(at) == '=';
            latin.append(coded ? (char) Integer.parseInt(text.substring(at + 1, at + 3), 16) : text.charAt(at));
            at += coded ? 2 : 0;
        }
        return latin.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
