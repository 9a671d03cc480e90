package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Mails made to use up stack, time or memory. The time is a guard against hanging, not a measure.
class HostileMailTest {

    private static final int MANY = 100_000;
    private static final String HEAD =
            "From: a@example.com\r\nTo: b@example.co.jp\r\nDate: Tue, 24 Nov 2026 10:00:00 +0900\r\n";

    private static ParsedMail read(String text) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> onSmallStack(text));
    }

    /// On a thread with 512 KiB of stack.
    private static ParsedMail onSmallStack(String text) throws InterruptedException {
        AtomicReference<@Nullable ParsedMail> read = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> read.set(MailParserTest.mail(text.getBytes(StandardCharsets.ISO_8859_1))),
                "small",
                512 << 10);
        thread.start();
        thread.join();
        ParsedMail mail = read.get();
        if (mail == null) {
            throw new AssertionError("the reader died");
        }
        return mail;
    }

    private static String many(int count, IntFunction<String> piece) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(piece.apply(i));
        }
        return out.toString();
    }

    private static boolean cutBy(ParsedMail mail, String limit) {
        return mail.truncated().stream().anyMatch(cut -> cut.limit().equals(limit));
    }

    @Test
    void nestedMultipartsThatNeverClose() {
        ParsedMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
                + many(MANY, i -> "--b" + i + "\r\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\r\n\r\n")
                + "the end");
        assertThat(mail.parts().count()).isEqualTo(50);
        assertThat(cutBy(mail, "mimeDepth")).isTrue();
        assertThat(mail.parts().toList().getLast().text().orElseThrow()).contains("boundary=b60");
    }

    @Test
    void nestedMultipartsThatClose() {
        ParsedMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
                + many(MANY, i -> "--b" + i + "\r\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\r\n\r\n")
                + many(MANY, i -> "--b" + (MANY - 1 - i) + "--\r\n"));
        assertThat(mail.parts().count()).isEqualTo(50);
        assertThat(mail.from().orElseThrow().address()).isEqualTo("a@example.com");
    }

    @Test
    void nestedMessages() {
        ParsedMail mail = read(HEAD + many(MANY, i -> "Content-Type: message/rfc822\r\n\r\nSubject: " + i + "\r\n"));
        assertThat(mail.parts().count()).isLessThanOrEqualTo(51);
        assertThat(cutBy(mail, "mimeDepth")).isTrue();
    }

    @Test
    void multipartsOfOneBoundary() {
        ParsedMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + many(MANY, i -> "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"));
        assertThat(mail.parts().count()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void manyHeaders() {
        ParsedMail mail = read(HEAD + many(MANY, i -> "X-H" + i + ": v\r\n") + "\r\nbody");
        assertThat(mail.headers()).hasSize(2_000);
        assertThat(cutBy(mail, "headers")).isTrue();
        assertThat(mail.root().text()).contains("body");
    }

    @Test
    void aHugeHeader() {
        ParsedMail mail = read(HEAD + "Subject: " + "x".repeat(5 << 20) + "\r\n\r\nbody");
        assertThat(mail.subject()).hasSizeLessThan(256 << 10).startsWith("xxx");
        assertThat(cutBy(mail, "headerBytes")).isTrue();
        assertThat(mail.root().text()).contains("body");
    }

    @Test
    void aMillionParts() {
        ParsedMail mail =
                read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(1_000_000));
        assertThat(mail.parts().count()).isEqualTo(1_000);
        assertThat(cutBy(mail, "mimeParts")).isTrue();
    }

    @Test
    void aMegabyteOfEncodedWords() {
        ParsedMail mail = read(HEAD + many(1 << 15, i -> "X-W" + i % 9 + ": =?utf-8?B?44GC?= =?iso-2022-jp?Q?x?=\r\n"));
        assertThat(mail.headers()).hasSize(2_000);
        read(HEAD + "Subject: " + "=?utf-8?B?4w==?= =?utf-8?B?gYI=?= ".repeat(8_000) + "\r\n\r\n");
        read(HEAD + "Subject: " + "=?a?B?".repeat(44_000) + "\r\n\r\n");
        read(HEAD + "Subject: " + "=?a?B? ".repeat(37_000) + "\r\n\r\n");
    }

    @Test
    void manyParameters() {
        ParsedMail mail =
                read(HEAD + "Content-Type: text/plain" + many(20_000, i -> "; p" + i + "=v") + "\r\n\r\nbody");
        assertThat(cutBy(mail, "parameters")).isTrue();
        read(HEAD + "Content-Type: text/plain" + many(MANY, i -> "; p*" + i % 9 + "*=v") + "\r\n\r\nbody");
    }

    @Test
    void nestedComments() {
        ParsedMail mail = read(HEAD + "Sender: c@example.com " + "(".repeat(MANY) + ")".repeat(MANY) + "\r\n\r\nbody");
        assertThat(mail.root().text()).contains("body");
        read("From: a@example.com " + "(".repeat(MANY) + "\r\n\r\nbody");
        read("From: a@example.com " + "((a) ".repeat(50_000) + "\r\n\r\nbody");
        read("Subject: x\r\nContent-Type: text/plain " + "((a) ".repeat(50_000) + "\r\n\r\nbody");
    }

    @Test
    void addressFloods() {
        assertThat(read("From: " + "a,".repeat(MANY) + "\r\n\r\n").from()).isPresent();
        read("From: " + "<".repeat(MANY) + "\r\n\r\n");
        read("From: " + "\"\\".repeat(MANY) + "\r\n\r\n");
        read("From: x" + "y".repeat(MANY) + "@" + ":".repeat(MANY) + ";\r\n\r\n");
        assertThat(cutBy(read("From: " + "a@example.com,".repeat(15_000) + "\r\n\r\n"), "mailboxes"))
                .isTrue();
    }

    @Test
    void carriageReturnsAfterLines() {
        ParsedMail mail = read(HEAD + "X: y\n".repeat(20_000) + "a:\r".repeat(300_000) + "\n\nbody");
        assertThat(mail.root().text()).contains("body");
        assertThat(mail.defects()).anyMatch(defect -> defect.kind() == Kind.BARE_CR);
    }

    @Test
    void boundariesThatAreAlmostReached() {
        String boundary = "b".repeat(900);
        ParsedMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n"
                + ("--" + "b".repeat(899) + "\r\n").repeat(20_000));
        assertThat(mail.defects()).anyMatch(defect -> defect.kind() == Kind.BOUNDARY_NOT_FOUND);
    }

    @Test
    void linesOfNothing() {
        read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--\r\n".repeat(1 << 20));
        read(HEAD + "\r\n" + "\r".repeat(4 << 20));
        read(HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + "=".repeat(4 << 20));
        read(HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + " ".repeat(4 << 20) + "\r\n");
        read(HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + ("=" + " ".repeat(9)).repeat(400_000));
        read(HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n=" + "= ".repeat(1 << 20));
        read(HEAD + "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n" + "\u001b$".repeat(1 << 20));
        read(HEAD + "Content-Type: text/html\r\n\r\n" + "<meta ".repeat(1 << 18));
    }
}
