package gyotaku.parse;

import static gyotaku.parse.MailParserTest.mail;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Trust;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Forwarded.Style;
import gyotaku.model.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails that somebody forwarded inside the text.
class ForwardedMailTest {

    private static final String TEXT = "\n\nPlease look at this.\n";

    private static byte[] outer(String subject, String type, String body) {
        return ("From: Hana <hana@example.co.jp>\nTo: desk@example.co.jp\nSubject: " + subject
                        + "\nDate: Tue, 24 Nov 2026 11:00:00 +0900\nContent-Type: " + type
                        + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Forwarded> plain(String subject, String body) {
        return mail(outer(subject, "text/plain", body)).forwarded();
    }

    /// Forms of the programs: style ! text with `|` for a line end ! from ! sent ! moment ! to ! subject.
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "OUTLOOK!-----Original Message-----|From: ANA <info@bad.example> |Sent: Tuesday, November 24, 2026 10:00 AM|To: Hana <hana@example.co.jp>|Subject: Points!ANA <info@bad.example>!Tuesday, November 24, 2026 10:00 AM!!Hana <hana@example.co.jp>!Points",
                "OUTLOOK!________________________________|From: ANA <info@bad.example>|Sent: Tuesday, November 24, 2026 10:00 AM|To: Hana <hana@example.co.jp>|Subject: Points!ANA <info@bad.example>!Tuesday, November 24, 2026 10:00 AM!!Hana <hana@example.co.jp>!Points",
                "OUTLOOK!-----元のメッセージ-----|差出人: ANA <info@bad.example>|送信日時: 2026年11月24日火曜日 10:00|宛先: hana@example.co.jp|件名: ポイント!ANA <info@bad.example>!2026年11月24日火曜日 10:00!!hana@example.co.jp!ポイント",
                "OUTLOOK!差出人： ANA <info@bad.example>|送信日時： 2026年11月24日 10:00|宛先： hana@example.co.jp|CC： b@example.co.jp|件名： ポイント!ANA <info@bad.example>!2026年11月24日 10:00!!hana@example.co.jp!ポイント",
                "OUTLOOK!*From:* ANA [mailto:info@bad.example]|*Sent:* Tuesday, November 24, 2026 10:00 AM|*To:* Hana|*Subject:* Points!ANA <info@bad.example>!Tuesday, November 24, 2026 10:00 AM!!Hana <>!Points",
                "OUTLOOK!From: info@bad.example<mailto:info@bad.example>|Sent: Tuesday, November 24, 2026 10:00 AM|To: Hana;|a@example.co.jp|Subject: Points!info@bad.example!Tuesday, November 24, 2026 10:00 AM!!Hana <>!Points",
                "GMAIL!---------- Forwarded message ---------|From: ANA <info@bad.example>|Date: Tue, Nov 24, 2026 at 10:00 AM|Subject: Points|To: <hana@example.co.jp>!ANA <info@bad.example>!Tue, Nov 24, 2026 at 10:00 AM!!hana@example.co.jp!Points",
                "GMAIL!---------- Forwarded message ---------|差出人: ANA <info@bad.example>|Date: 2026年11月24日(火) 10:00|Subject: ポイント|To: <hana@example.co.jp>!ANA <info@bad.example>!2026年11月24日(火) 10:00!!hana@example.co.jp!ポイント",
                "GMAIL!---------- 転送メッセージ ----------|差出人: ANA <info@bad.example>|日付: 2026年11月24日(火) 10:00|件名: ポイント|宛先: hana@example.co.jp!ANA <info@bad.example>!2026年11月24日(火) 10:00!!hana@example.co.jp!ポイント",
                "APPLE_MAIL!Begin forwarded message:||> From: ANA <info@bad.example>|> Subject: Points|> Date: November 24, 2026 at 10:00:00 AM GMT+9|> To: hana@example.co.jp|> Reply-To: x@bad.example!ANA <info@bad.example>!November 24, 2026 at 10:00:00 AM GMT+9!2026-11-24T10:00+09:00!hana@example.co.jp!Points",
                "APPLE_MAIL!転送されたメッセージ:||差出人: ANA <info@bad.example>|件名: ポイント|日付: 2026年11月24日 10:00:00 JST|宛先: hana@example.co.jp!ANA <info@bad.example>!2026年11月24日 10:00:00 JST!2026-11-24T10:00+09:00!hana@example.co.jp!ポイント",
                "THUNDERBIRD!-------- Forwarded Message --------|Subject: \tPoints|Date: \tTue, 24 Nov 2026 10:00:00 +0900|From: \tANA <info@bad.example>|To: \thana@example.co.jp!ANA <info@bad.example>!Tue, 24 Nov 2026 10:00:00 +0900!2026-11-24T10:00+09:00!hana@example.co.jp!Points",
                "THUNDERBIRD!-------- 転送メッセージ --------|件名: \tポイント|日付: \t2026年11月24日 22:00 +0900|差出人: \tANA <info@bad.example>|宛先: \thana@example.co.jp!ANA <info@bad.example>!2026年11月24日 22:00 +0900!2026-11-24T22:00+09:00!hana@example.co.jp!ポイント",
                "OTHER!----- Forwarded Message -----|From: ANA <info@bad.example>|To: hana@example.co.jp|Sent: Tuesday, November 24, 2026, 10:00:00 PM PST|Subject: Points!ANA <info@bad.example>!Tuesday, November 24, 2026, 10:00:00 PM PST!2026-11-24T22:00-08:00!hana@example.co.jp!Points",
                "OTHER!---- Original message ----|From: ANA <info@bad.example>|Date: 24/11/2026 10:00 (GMT+09:00)|To: hana@example.co.jp|Subject: Points!ANA <info@bad.example>!24/11/2026 10:00 (GMT+09:00)!!hana@example.co.jp!Points",
                "OTHER!From: ANA <info@bad.example>|Date: x|To: hana@example.co.jp|Subject: Points!ANA <info@bad.example>!x!!hana@example.co.jp!Points",
            })
    void everyFormIsRead(String style, String text, String from, String sent, String at, String to, String subject) {
        String block = text.replace("|", "\n").strip();
        byte[] bytes = outer("FW: " + subject, "text/plain", "FYI\n\n" + block + TEXT);
        Forwarded forwarded = mail(bytes).forwarded().orElseThrow();
        assertThat(forwarded.style()).isEqualTo(Style.valueOf(style));
        assertThat(forwarded.from()).hasToString(from);
        assertThat(forwarded.sent()).isEqualTo(sent);
        assertThat(forwarded.sentAt().map(Object::toString).orElse("")).isEqualTo(at == null ? "" : at);
        assertThat(forwarded.to().getFirst()).hasToString(to);
        assertThat(forwarded.subject()).isEqualTo(subject);
        assertThat(forwarded.evidence().trust()).isEqualTo(Trust.CLAIMED);
        ByteSpan span = forwarded.block();
        String told = new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
        assertThat(block).endsWith(told);
        assertThat(told).contains("bad.example");
        assertThat(new String(
                        bytes, forwarded.bodyStart(), bytes.length - forwarded.bodyStart(), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
    }

    /// The same as HTML: Outlook's border, Gmail's quote, Thunderbird's table.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>FYI</p><hr><div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> ANA &lt;info@bad.example&gt;<br><b>Sent:</b> Tuesday, November 24, 2026 10:00 AM<br><b>To:</b> Hana<br><b>Subject:</b> Points</p></div><p>Click</p>",
                "<p>FYI</p><div><p><b>差出人:</b> ANA &lt;info@bad.example&gt;</p><p><b>送信日時:</b> 2026年11月24日</p><p><b>宛先:</b> Hana</p><p><b>件名:</b> Points</p></div><p>Click</p>",
                "<div class='gmail_quote'><div class='gmail_attr'>---------- Forwarded message ---------<br>From: <strong>ANA</strong> <span>&lt;<a href='mailto:info@bad.example'>info@bad.example</a>&gt;</span><br>Date: Tue, Nov 24, 2026 at 10:00 AM<br>Subject: Points<br>To:  &lt;<a href='mailto:h@example.co.jp'>h@example.co.jp</a>&gt;<br></div><br>Click</div>",
                "<div>-------- Forwarded Message --------<table><tr><th>Subject: </th><td>Points</td></tr><tr><th>Date: </th><td>Tue, 24 Nov 2026 10:00:00 +0900</td></tr><tr><th>From: </th><td>ANA <a href='mailto:info@bad.example'>&lt;info@bad.example&gt;</a></td></tr><tr><th>To: </th><td>h@example.co.jp</td></tr></table><br>Click</div>",
                "<div>Begin forwarded message:</div><blockquote><div><b>From: </b>ANA &lt;<a href='mailto:info@bad.example'>info@bad.example</a>&gt;</div><div><b>Subject: </b><b>Points</b></div><div><b>Date: </b>November 24, 2026 at 10:00:00 GMT+9</div><div><b>To: </b>h@example.co.jp</div><br>Click</blockquote>"
            })
    void theFormsOfHtmlAreRead(String html) {
        byte[] bytes = outer("Fwd: Points", "text/html", html);
        Forwarded forwarded = mail(bytes).forwarded().orElseThrow();
        assertThat(forwarded.from()).hasToString("ANA <info@bad.example>");
        assertThat(forwarded.subject()).isEqualTo("Points");
        assertThat(forwarded.sent()).contains("2026");
        assertThat(forwarded.block().end()).isLessThanOrEqualTo(bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, see you at noon.",
                "---------- Forwarded message ---------\nHello",
                "---------- Forwarded message ---------\nFrom: a@bad.example\nHello",
                "---------- Forwarded message ---------\nSubject: x\nDate: y\n",
                "From: a@bad.example\nSubject: x\n",
                "From: next week on\nwe meet at\nDate: to be told\n",
                "To: all\nSubject: x\nSent: y\n",
                "件名: 会議\n日時: 11月24日\n宛先: 各位\n",
                "From: a@bad.example\nFrom: b@bad.example\nSubject: x\n"
            })
    void whatIsNoHeaderIsNone(String body) {
        assertThat(plain("Fwd: x", body)).isEmpty();
    }

    @Test
    void aReplyQuotesButForwardsNothing() {
        String block = "-----Original Message-----\nFrom: %s\nSent: Tuesday\nTo: Hana\nSubject: x\n\ntext\n";
        assertThat(plain("Re: x", block.formatted("a@bad.example"))).isEmpty();
        assertThat(plain("RE：x", block.formatted("a@bad.example"))).isEmpty();
        assertThat(plain("x", block.formatted("Desk <desk@example.co.jp>"))).isEmpty();
        assertThat(plain("x", block.formatted("a@bad.example"))).isPresent();
        assertThat(plain(
                        "Re: x",
                        "---------- Forwarded message ---------\n"
                                + block.formatted("a@bad.example").substring(27)))
                .isPresent();
    }

    @Test
    void aBounceThatQuotesAHeaderIsNoForward() {
        byte[] bounce = new String(
                        outer("Fwd: x", "text/plain", "From: a@example.com\nTo: b\nDate: c\nSubject: d\n"),
                        StandardCharsets.UTF_8)
                .replace("From: Hana <hana@example.co.jp>", "From: MAILER-DAEMON@example.co.jp")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(mail(bounce).forwarded()).isEmpty();
    }

    @Test
    void hostileBlocksEndAndCostLittle() {
        String head = "---------- Forwarded message ---------\nFrom: a@bad.example\nSubject: x\n";
        Forwarded forwarded =
                plain("Fwd: x", head + "To: b@example.com,\n".repeat(100_000)).orElseThrow();
        assertThat(forwarded.excerpt().length()).isLessThan(5_000);
        assertThat(plain("x", "From: \n".repeat(100_000))).isEmpty();
        assertThat(plain("x", "From: a@bad.example\nx\n".repeat(50_000))).isEmpty();
        assertThat(plain("x", "---- Forwarded message\n".repeat(100_000))).isEmpty();
        assertThat(plain("x", "-".repeat(1_000_000) + "\nFrom:" + "<mailto:".repeat(200_000) + "\nSubject: x\n"))
                .isEmpty();
        Mailbox from = plain("x", head.replace("a@bad.example", "\"><script>\0 " + "=?x?q?".repeat(1000)))
                .orElseThrow()
                .from();
        assertThat(from).isNotNull();
    }
}
