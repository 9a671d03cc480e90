package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.RawMail;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.ParsedMail;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Mails cut at every byte and mails with bytes changed: always a mail or no mail, never an exception, and every span
/// lies inside of the sample.
class BrokenMailTest {

    private static final Charset SJIS = Charset.forName("windows-31j");
    private static final String HEAD = "Return-Path: <bounce@mail.example>\r\nDelivered-To: hana@example.co.jp\r\n"
            + "Received: from mx.example.net (mx.example.net [192.0.2.7]) by mail.example.co.jp (Postfix) with ESMTP id 1A"
            + " for <hana@example.co.jp>; Tue, 24 Nov 2026 10:00:01 +0900 (JST)\r\n"
            + "From: =?UTF-8?B?5bGx55Sw?= <yamada@example.com>\r\nTo: \"Sato, Hana\" <hana@example.co.jp>\r\n"
            + "Subject: [spam] =?UTF-8?Q?=E3=83=86=E3=82=B9=E3=83=88?=\r\nDate: Tue, 24 Nov 2026 10:00:00 +0900\r\n"
            + "Message-ID: <1@example.com>\r\nMIME-Version: 1.0\r\n";
    private static final String TWO =
            "--b\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nこんにちは https://example.com/\r\n"
                    + "--b\r\nContent-Type: text/html; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder()
                            .encodeToString("<a href='https://example.net/'>ここ</a>".getBytes(StandardCharsets.UTF_8))
                    + "\r\n--b--\r\n";

    static List<byte[]> mails() {
        List<byte[]> mails = new ArrayList<>();
        add(mails, "Content-Type: text/plain; charset=UTF-8\r\n\r\nこんにちは\r\n");
        add(
                mails,
                "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E3=81=82=\r\n=E3=81=84 =\r\n");
        add(
                mails,
                "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n44GC44GE44GG\r\n44GI44GK\r\n");
        add(mails, "Content-Type: multipart/alternative; boundary=b\r\n\r\npreamble\r\n" + TWO + "epilogue\r\n");
        add(mails, "Content-Type: multipart/alternative; boundary=\"b\"; boundary=c\r\n\r\n" + TWO);
        add(
                mails,
                "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                        + TWO
                        + "--a\r\nContent-Type: application/pdf; name*=utf-8''%E8%AB%8B%E6%B1%82.pdf\r\n\r\n%PDF-1.4\r\n--a--\r\n");
        add(
                mails,
                "Content-Type: message/rfc822\r\n\r\n" + HEAD
                        + "Content-Type: multipart/alternative; boundary=b\r\n\r\n" + TWO);
        add(
                mails,
                "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder()
                                .encodeToString((HEAD + "\r\nbody\r\n").getBytes(StandardCharsets.UTF_8)));
        add(
                mails,
                "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nsee this\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n"
                        + HEAD + "Content-Type: multipart/alternative; boundary=b\r\n\r\n" + TWO + "\r\n--a--\r\n");
        add(
                mails,
                "Content-Type: multipart/report; report-type=delivery-status; boundary=a\r\n\r\n--a\r\n\r\nfailed\r\n--a\r\n"
                        + "Content-Type: message/delivery-status\r\n\r\nAction: failed\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n"
                        + HEAD + "\r\n--a--\r\n");
        add(mails, "Content-Type: text/html\r\n\r\n<meta charset=utf-8><p>こんにちは");
        add(mails, "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\u001b$B$3$s\u001b(B\r\n");
        add(mails, "Content-Type: (a (b) c) text/plain; name=\"a\\\"b\"; x*0*=utf-8''%41; x*1=b\r\n\r\nx");
        add(mails, "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n");
        add(mails, "Sender: a (b, group: c@example.com, <d@example.com\r\nReply-To: \"x\" <y@z>, ;\r\n\r\nx");
        mails.add((HEAD + "Content-Type: text/plain; charset=Shift_JIS\r\n\r\nこんにちは①\r\n").getBytes(SJIS));
        mails.add((HEAD + "X-Raw: 件名です\r\n\r\nこんにちは\r\n").getBytes(Charset.forName("EUC-JP")));
        mails.add(("From MAILER Tue Nov 24 10:00:00 2026\n" + HEAD.replace("\r\n", "\n") + "\nbody\n")
                .getBytes(StandardCharsets.UTF_8));
        mails.add((HEAD.replace("\r\n", "\r") + "\rbody\r").getBytes(StandardCharsets.UTF_8));
        mails.add(("\ufeff" + HEAD + "no blank line\r\nat all\r\n").getBytes(StandardCharsets.UTF_8));
        return mails;
    }

    private static void add(List<byte[]> mails, String rest) {
        mails.add((HEAD + rest).getBytes(StandardCharsets.UTF_8));
    }

    private static void check(byte[] bytes) {
        Reading reading;
        try {
            reading = MailParserTest.read(bytes);
        } catch (RuntimeException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
        if (reading instanceof Reading.Mail(ParsedMail mail)) {
            ByteSpan sample = new ByteSpan(0, bytes.length);
            assertThat(spans(mail).filter(span -> !sample.contains(span)).toList())
                    .isEmpty();
            assertThat(reading).isEqualTo(MailParserTest.PARSER.parse(RawMail.of(bytes.clone()), Opener.none()));
        }
    }

    static Stream<ByteSpan> spans(ParsedMail mail) {
        Stream<ByteSpan> parts = mail.parts().flatMap(part -> Stream.of(part.header(), part.body()));
        Stream<ByteSpan> headers =
                mail.parts().flatMap(part -> part.headers().stream()).map(header -> header.span());
        Stream<ByteSpan> rest = Stream.of(
                        mail.defects().stream().map(defect -> defect.span()),
                        mail.links().stream().map(link -> link.span()),
                        mail.attachments().stream().map(attachment -> attachment.span()),
                        Stream.of(mail.body().span(), mail.span()))
                .flatMap(spans -> spans);
        return Stream.of(parts, headers, rest).flatMap(spans -> spans);
    }

    @Test
    void everyPrefix() {
        assertThat(mails()).hasSize(20);
        for (byte[] mail : mails()) {
            for (int length = 0; length <= mail.length; length++) {
                check(Arrays.copyOf(mail, length));
            }
        }
    }

    @Test
    void changedBytes() {
        Random random = new Random(20_261_124);
        byte[] telling = "\r\n\t =?:;,<>()\"\\-@\u0000\u001b$B".getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> mails = mails();
        for (int round = 0; round < 4_000; round++) {
            byte[] mail = mails.get(round % mails.size()).clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                int at = random.nextInt(mail.length);
                mail[at] = random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(256);
            }
            check(mail);
        }
    }

    @Test
    void randomBytes() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            check(bytes);
        }
    }
}
