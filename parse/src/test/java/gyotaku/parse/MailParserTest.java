package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.mail.ParsedMail;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailParserTest {

    static final MailParser PARSER = new MailParser(Limits.standard(), MailParserTest::lastTwoLabels, List.of());

    private static DomainName lastTwoLabels(DomainName name) {
        String[] labels = name.ascii().split("\\.");
        int from = Math.max(0, labels.length - 2);
        return new DomainName(String.join(".", List.of(labels).subList(from, labels.length)));
    }

    static Reading read(byte[] bytes) {
        return PARSER.parse(RawMail.of(bytes));
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
}
