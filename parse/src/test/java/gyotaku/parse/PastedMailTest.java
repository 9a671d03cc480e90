package gyotaku.parse;

import static gyotaku.parse.MailParserTest.mail;
import static gyotaku.parse.MailParserTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The source of a mail, copied from a web mailer and pasted into a file.
class PastedMailTest {

    private static final String MAIL = """
            Delivered-To: hana@example.co.jp
            Received: by 2002:a05:6a20:1234:b0:1d4:fe80:1 with SMTP id k12csp1;
                    Tue, 24 Nov 2026 10:00:05 +0900 (JST)
            Authentication-Results: mx.example.co.jp;
                   dkim=pass header.i=@example.com header.s=s1 header.b=AbCdEfGh;
                   spf=pass (example.co.jp: domain of a@example.com designates 192.0.2.7 as permitted sender)
                    smtp.mailfrom=a@example.com
            Received: from mail.example.com (mail.example.com. [192.0.2.7])
                    by mx.example.co.jp with ESMTPS id d9443c01a7336-2
                    for <hana@example.co.jp>
                    (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
                    Tue, 24 Nov 2026 10:00:03 +0900 (JST)
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
                    d=example.com; s=s1; t=1795482000;
                    h=from:to:subject:date:message-id;
                    bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
                    b=AbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGh
                     AbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGhAbCdEfGh==
            From: Taro <taro@example.com>
            To: hana@example.co.jp
            Subject: =?UTF-8?B?5piO5pel44Gu5Lya6K2w?=
            Date: Tue, 24 Nov 2026 10:00:00 +0900
            Message-ID: <1@example.com>
            MIME-Version: 1.0
            Content-Type: multipart/alternative;
                    boundary="b1"
            X-Note: and
             more

            --b1
            Content-Type: text/plain;
                    charset=utf-8

            Hello
            id 12: a line of the body

            --b1
            Content-Type: text/html; charset=utf-8

            <p>Hello</p>

            --b1--
            """;

    private static final ParsedMail ORIGINAL = mail(bytes(MAIL));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Without the blanks that folded lines begin with, in the header and in those of the parts.
    private static String flattened(String mail) {
        return mail.replaceAll("\n[ \t]+", "\n");
    }

    private static List<Kind> defects(ParsedMail mail) {
        return mail.defects().stream().map(Defect::kind).toList();
    }

    private static void assertSameAsTheOriginal(ParsedMail mail) {
        assertThat(mail.headers()).extracting(Header::name).isEqualTo(names(ORIGINAL));
        assertThat(mail.headers())
                .extracting(header -> header.value().replaceAll("\\s+", " ").strip())
                .isEqualTo(ORIGINAL.headers().stream()
                        .map(header -> header.value().replaceAll("\\s+", " ").strip())
                        .toList());
        assertThat(mail.route().hops())
                .extracting(Hop::standing, Hop::by, Hop::at)
                .isEqualTo(ORIGINAL.route().hops().stream()
                        .map(hop -> org.assertj.core.groups.Tuple.tuple(hop.standing(), hop.by(), hop.at()))
                        .toList());
        assertThat(mail.parts().flatMap(part -> part.text().stream()).map(PastedMailTest::lf))
                .isEqualTo(ORIGINAL.parts()
                        .flatMap(part -> part.text().stream())
                        .map(PastedMailTest::lf)
                        .toList());
    }

    private static String lf(String text) {
        return text.replace("\r", "");
    }

    private static List<String> names(ParsedMail mail) {
        return mail.headers().stream().map(Header::name).toList();
    }

    @Test
    void theMailItselfIsNotTouched() {
        assertThat(ORIGINAL.defects()).isEmpty();
        assertThat(ORIGINAL.route().hops()).hasSize(2);
        assertThat(ORIGINAL.receivedAt()).isPresent();
    }

    @Test
    void foldingThatWasLostIsRebuiltAndEveryByteKeepsItsPlace() {
        for (String lineEnd : List.of("\n", "\r\n", "\r\r\n")) {
            byte[] pasted = bytes(flattened(MAIL).replace("\n", lineEnd));
            ParsedMail mail = mail(pasted);
            assertSameAsTheOriginal(mail);
            assertThat(defects(mail)).contains(Kind.LOST_FOLDING);
            ByteSpan span = mail.header("DKIM-Signature").orElseThrow().span();
            assertThat(new String(pasted, span.start(), span.length(), StandardCharsets.US_ASCII))
                    .startsWith("DKIM-Signature: v=1")
                    .endsWith("AbCdEfGh==");
        }
    }

    @Test
    void lineEndsMayBeMixed() {
        String[] lines = flattened(MAIL).split("\n");
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            mixed.append(lines[i]).append(i % 3 == 0 ? "\n" : "\r\n");
        }
        assertSameAsTheOriginal(mail(bytes(mixed.toString())));
    }

    @Test
    void valuesBrokenOverLinesAreJoined() {
        List<String> lines = new ArrayList<>();
        boolean header = true;
        for (String line : MAIL.split("\n")) {
            header &= !line.isEmpty();
            String rest = line;
            while (header
                    && rest.length() > 60
                    && rest.lastIndexOf(' ', 60) > rest.length() - rest.strip().length()) {
                int at = rest.lastIndexOf(' ', 60);
                lines.add(rest.substring(0, at));
                rest = rest.substring(at + 1);
            }
            lines.add(rest);
        }
        String broken = String.join("\n", lines) + "\n";
        assertThat(lines).hasSizeGreaterThan(MAIL.split("\n").length);
        assertSameAsTheOriginal(mail(bytes(broken)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "    ", "\t"})
    void aMailMovedToTheRightIsMovedBack(String indent) {
        byte[] pasted = bytes("\n\n" + MAIL.indent(0).replaceAll("(?m)^(?=.)", indent));
        ParsedMail mail = mail(pasted);
        assertSameAsTheOriginal(mail);
        assertThat(defects(mail)).contains(Kind.PASTED_TEXT);
        assertThat(mail.span()).isEqualTo(new ByteSpan(0, pasted.length));
    }

    private static final String GMAIL = """
            Original Message
            Message ID\t<1@example.com>
            Created at:\tTue, Nov 24, 2026 at 10:00 AM (Delivered after 3 seconds)
            From:\tTaro <taro@example.com>
            To:\thana@example.co.jp
            Subject:\t明日の会議
            SPF:\tPASS with IP 192.0.2.7 Learn more
            DKIM:\t'PASS' with domain example.com Learn more
            DMARC:\t'PASS' Learn more

            Download Original\tCopy to clipboard

            """;

    private static final String GMAIL_JA = """
            元のメッセージ
            メッセージ ID\t<1@example.com>
            作成日:\t2026年11月24日 10:00（3 秒後に配信済み）
            From:\tTaro <taro@example.com>
            To:\thana@example.co.jp
            件名:\t明日の会議
            SPF:\tPASS（IP: 192.0.2.7）。詳細
            DKIM:\t'PASS'（ドメイン: example.com）詳細
            DMARC:\t'PASS' 詳細
            元のメッセージをダウンロード
            クリップボードにコピー
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                GMAIL,
                GMAIL_JA,
                "Message ID: <1@example.com>\nCreated at: x\nFrom: a@example.com\nSPF: PASS\nDKIM: PASS\n\n",
                "Message source\n\n",
                "メッセージのソース\n閉じる\n",
                "詳細ヘッダー\n",
                "\n\nヘッダー表示\n\n\n",
                "This came in today, please look.\n\nThanks\nHana\n\n"
            })
    void whatStandsAboveTheSourceIsLeftOut(String above) {
        byte[] pasted = bytes(above + MAIL);
        ParsedMail mail = mail(pasted);
        assertSameAsTheOriginal(mail);
        assertThat(defects(mail)).contains(Kind.PASTED_TEXT);
        ByteSpan span = mail.header("Delivered-To").orElseThrow().span();
        assertThat(new String(pasted, span.start(), span.length(), StandardCharsets.UTF_8))
                .isEqualTo("Delivered-To: hana@example.co.jp");
        assertSameAsTheOriginal(mail(bytes(above + flattened(MAIL))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // one stray line, also below a long field, but nothing of mail behind it
                "Received: from a\nby b\n\nbody\n",
                "Subject: x\nstray\nFrom: a@example.com\n\nbody\n",
                "Subject: x\nHello\nDear all\nwe meet\nFrom: here\n\nbody\n",
                "Received: from a by b\nContent-Type: multipart/mixed; boundary=x\n--x\nContent-Type: text/plain\n\nhi\n",
                "SPF: me\nDKIM: you\nFrom: a@example.com\n\nReceived: from a\nSubject: b\nDate: c\n\n",
                "X: y\nReceived: from a by b\n\nReceived: from a\nSubject: b\nDate: c\n\n",
                " From: a@example.com\nTo: b@example.com\n\n body\n",
            })
    void anOrdinaryMailIsNoPastedOne(String text) {
        assertThat(defects(mail(bytes(text)))).doesNotContain(Kind.LOST_FOLDING, Kind.PASTED_TEXT);
    }

    @Test
    void aTextThatOnlyTellsOfAMailIsNone() {
        String text = "A line of a story.\n".repeat(50) + "Received: from a\nSubject: b\nDate: c\n\n";
        assertThat(read(bytes(text))).isInstanceOf(Reading.NotMail.class);
        assertThat(read(bytes("<pre>\n\n" + MAIL))).isInstanceOf(Reading.NotMail.class);
        assertThat(read(bytes("Hello\n\nReceived: from a\nnothing more\n"))).isInstanceOf(Reading.NotMail.class);
    }

    @Test
    void hostilePastesCostNothingAndLoseNothing() {
        String nul = GMAIL + flattened(MAIL).replace("Hello", "Hel\0lo").replace("by mx", "b\0y mx");
        assertThat(mail(bytes(nul)).subject()).isEqualTo("明日の会議");
        assertThat(mail(bytes(nul)).parts().flatMap(part -> part.text().stream()))
                .anySatisfy(text -> assertThat(text).contains("Hel").contains("lo"));
        String endless = "Received: from a\n" + "by b\n".repeat(300_000) + "From: a@example.com\n";
        assertThat(mail(bytes(endless)).headers()).isNotEmpty();
        assertThat(read(bytes("  From: a@example.com\n  To: b\n" + "  x\n".repeat(300_000))))
                .isNotNull();
        assertThat(read(bytes("Original Message\n" + "SPF:\t\n".repeat(300_000))))
                .isNotNull();
    }
}
