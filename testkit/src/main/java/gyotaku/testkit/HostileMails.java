package gyotaku.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Mails made to break a reader, one generator for each attack. Everything is our own; nothing in them can run.
public final class HostileMails {

    /// A mail and the attack that it is.
    public record Named(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String HEAD = """
            From: a@example.com
            To: b@example.co.jp
            Subject: hostile
            Date: Thu, 14 May 2026 08:30:05 +0900
            MIME-Version: 1.0
            """.replace("\n", "\r\n");

    private HostileMails() {}

    /// Every attack, once, in sizes that a sound reader takes in well under a second each.
    public static Stream<Named> all() {
        return Stream.of(
                        Stream.of(
                                nestedMultiparts(10_000),
                                nestedMultipartsUnclosed(10_000),
                                nestedMessages(10_000),
                                parts(20_000),
                                headers(50_000),
                                headerOf(1 << 20),
                                encodedWords(50_000),
                                nestedComments(50_000),
                                parameters(20_000),
                                continuedParameters(5_000),
                                recipients(20_000),
                                receivedLines(5_000),
                                nestedElements(50_000),
                                links(20_000),
                                base64Garbage(100_000)),
                        shapes(),
                        scripts(),
                        controls(),
                        injections())
                .flatMap(attacks -> attacks);
    }

    /// A multipart in a multipart, `levels` deep, every boundary closed: against recursion and quadratic walks.
    public static Named nestedMultiparts(int levels) {
        return named("nested-multiparts-" + levels, opened(levels) + closed(levels));
    }

    /// The same with no boundary closed.
    public static Named nestedMultipartsUnclosed(int levels) {
        return named("nested-multiparts-unclosed-" + levels, opened(levels));
    }

    /// A message in a message, `levels` deep (CVE-2020-12100 and its kin).
    public static Named nestedMessages(int levels) {
        return named(
                "nested-messages-" + levels,
                HEAD + "Content-Type: message/rfc822\r\n\r\n".repeat(levels) + "Subject: core\r\n\r\ncore\r\n");
    }

    /// A multipart of many parts, each with a name and one line.
    public static Named parts(int count) {
        StringBuilder mail = new StringBuilder(HEAD).append("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        IntStream.range(0, count)
                .forEach(n -> mail.append("--b\r\nContent-Type: text/plain; name=f")
                        .append(n)
                        .append(".txt\r\n\r\nx\r\n"));
        return named("parts-" + count, mail.append("--b--\r\n"));
    }

    public static Named headers(int count) {
        StringBuilder mail = new StringBuilder(HEAD);
        IntStream.range(0, count).forEach(n -> mail.append("X-H").append(n).append(": v\r\n"));
        return named("headers-" + count, mail.append("\r\nbody\r\n"));
    }

    /// One field of so many bytes without a fold.
    public static Named headerOf(int bytes) {
        return named("header-of-" + bytes, HEAD + "X-Long: " + "a".repeat(bytes) + "\r\n\r\nbody\r\n");
    }

    /// A subject of many encoded words, each cut inside a character.
    public static Named encodedWords(int count) {
        return named(
                "encoded-words-" + count,
                HEAD.replace("hostile", " =?utf-8?B?44E=?= =?utf-8?Q?=82?=".repeat(count / 2)) + "\r\nbody\r\n");
    }

    /// Comments in comments in From (RFC 5322 3.2.2), not closed.
    public static Named nestedComments(int depth) {
        return named(
                "nested-comments-" + depth, HEAD.replace("a@example.com", "(".repeat(depth) + "x") + "\r\nbody\r\n");
    }

    public static Named parameters(int count) {
        StringBuilder mail = new StringBuilder(HEAD).append("Content-Type: text/plain");
        IntStream.range(0, count).forEach(n -> mail.append(";\r\n p").append(n).append("=v"));
        return named("parameters-" + count, mail.append("\r\n\r\nbody\r\n"));
    }

    /// A file name in many RFC 2231 pieces, out of order and with gaps.
    public static Named continuedParameters(int count) {
        StringBuilder mail =
                new StringBuilder(HEAD).append("Content-Type: text/plain\r\nContent-Disposition: attachment");
        IntStream.range(0, count)
                .forEach(n -> mail.append(";\r\n filename*")
                        .append((n * 7 + 3) % (count * 2))
                        .append("*=%E3%81%82"));
        return named("continued-parameters-" + count, mail.append("\r\n\r\nbody\r\n"));
    }

    public static Named recipients(int count) {
        StringBuilder mail = new StringBuilder(HEAD).append("Cc: ");
        IntStream.range(0, count).forEach(n -> mail.append("u").append(n).append("@example.com,\r\n "));
        return named("recipients-" + count, mail.append("z@example.com\r\n\r\nbody\r\n"));
    }

    public static Named receivedLines(int count) {
        byte[] bytes = MailBuilder.plain().forgedHops(count).bytes();
        return new Named("received-lines-" + count, bytes);
    }

    /// HTML of unclosed elements in each other.
    public static Named nestedElements(int depth) {
        return named("nested-elements-" + depth, html("<div style='color:red'>".repeat(depth) + "core"));
    }

    public static Named links(int count) {
        StringBuilder body = new StringBuilder();
        IntStream.range(0, count)
                .forEach(n -> body.append("<a href='https://h").append(n).append(".example.com/'>x</a>"));
        return named("links-" + count, html(body.toString()));
    }

    /// A Base64 body with foreign characters, padding in the middle and a torn end.
    public static Named base64Garbage(int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) 0xA5);
        String torn = Base64.getEncoder().encodeToString(content).replace("paWl", "pa==W!\u0000l") + "A";
        return named(
                "base64-garbage-" + bytes,
                HEAD + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + torn);
    }

    /// Small mails whose shape is wrong.
    public static Stream<Named> shapes() {
        String multipart = HEAD + "Content-Type: multipart/mixed; boundary=";
        return Stream.of(
                named("empty", ""),
                named("only-line-ends", "\r\n\r\n\r\n"),
                named("no-blank-line", HEAD + "this line is neither a field nor a body\r\nnor this one"),
                named("no-header", "\r\nonly a body\r\n"),
                named("bare-cr", HEAD.replace("\r\n", "\r") + "\rbody\r"),
                named("bare-lf", HEAD.replace("\r\n", "\n") + "\nbody\n"),
                named("mixed-line-ends", HEAD + "X-A: 1\nX-B: 2\rX-C: 3\r\n\nbody"),
                named("nul", HEAD.replace("hostile", "ho\u0000stile") + "X\u0000Y: 1\r\n\r\nbo\u0000dy\r\n"),
                named("fold-of-white-space", HEAD + "X-Fold:\r\n \r\n\t\r\n value\r\n\r\nbody\r\n"),
                named("field-without-name", HEAD + ": nothing\r\n\r\nbody\r\n"),
                named("two-of-each", HEAD + HEAD.replace("a@", "other@") + "\r\nbody\r\n"),
                named("boundary-missing", HEAD + "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n"),
                named("boundary-empty", multipart + "\"\"\r\n\r\n--\r\n\r\nx\r\n----\r\n"),
                named("boundary-never-used", multipart + "b\r\n\r\nno part at all\r\n"),
                named(
                        "boundary-twice",
                        multipart + "a; boundary=b\r\n\r\n--a\r\n\r\nfirst\r\n--a--\r\n--b\r\n\r\nsecond\r\n--b--\r\n"),
                named(
                        "boundary-of-parent-in-child",
                        multipart + "b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
                                + "x\r\n--b--\r\n--b--\r\n"),
                named(
                        "boundary-is-prefix",
                        multipart + "b\r\n\r\n--bb\r\n\r\nnot a part\r\n--b\r\n\r\na part\r\n--b--\r\n"),
                named("encoding-unknown", HEAD + "Content-Transfer-Encoding: x-rot13\r\n\r\nobql\r\n"),
                named("charset-unknown", HEAD + "Content-Type: text/plain; charset=\"x-no-such\"\r\n\r\n\u3042\r\n"),
                named("encoded-word-open", HEAD.replace("hostile", "=?utf-8?B?44GC") + "\r\nbody\r\n"),
                named("quoted-string-open", HEAD.replace("a@example.com", "\"a <a@example.com>") + "\r\nbody\r\n"),
                named("date-nonsense", HEAD.replace("14 May 2026 08:30:05 +0900", "99 Foo 99999 77:88:99 +9999")));
    }

    /// Script in every field that a report might print.
    public static Stream<Named> scripts() {
        return Stream.of(
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                        "'-alert(1)-'",
                        "</title></textarea></style><svg/onload=alert(1)>",
                        "javascript:alert(1)",
                        "{{7*7}}${7*7}#{7*7}<%= 7*7 %>",
                        "=cmd|' /C calc'!A0")
                .map(script -> new Named("script-in-every-field: " + script, inEveryField(script)));
    }

    /// Characters that act on a reader's terminal or turn text round, in every field.
    public static Stream<Named> controls() {
        return Stream.of(
                        "\u202Egpj.exe",
                        "\u2066\u202B\u2069\u200F",
                        "zero\u200Bwidth\u200D\uFEFF",
                        "\u001B]52;c;aGVsbG8=\u0007\u001B[2J",
                        "\u0085\u2028\u2029",
                        "\uFFF9a\uFFFAb\uFFFB\uDBFF\uDFFF",
                        "a" + "\u0301".repeat(500))
                .map(text -> new Named("control-in-every-field: " + escaped(text), inEveryField(text)));
    }

    /// Attempts to add a field or a line where a value is copied into another document.
    public static Stream<Named> injections() {
        return Stream.of("\r\nBcc: victim@example.com", "\nX-Injected: 1", "%0d%0aBcc:%20victim@example.com")
                .map(text -> new Named("injection: " + escaped(text), encodedInEveryField(text)));
    }

    /// The mail cut after each of its first bytes: 0, `step`, 2 × `step` …
    public static Stream<Named> truncated(byte[] mail, int step) {
        return IntStream.iterate(0, at -> at < mail.length, at -> at + step)
                .mapToObj(at -> new Named("truncated-at-" + at, Arrays.copyOf(mail, at)));
    }

    private static byte[] inEveryField(String text) {
        return MailBuilder.empty()
                .received("from " + text + " (" + text + " [192.0.2.1]) by " + text + " with " + text + " id " + text
                        + " for <" + text + ">; Thu, 14 May 2026 08:30:05 +0900")
                .header("Return-Path", "<" + text + "@example.com>")
                .from("\"" + text + "\" <" + text + "@" + text + ".example.com>")
                .to("\"" + text + "\" <b@example.co.jp>")
                .header("Reply-To", text)
                .subject(text)
                .header("Date", text)
                .header("Message-ID", "<" + text + "@example.com>")
                .header("Authentication-Results", text + "; spf=" + text + " smtp.mailfrom=" + text)
                .header("X-Mailer", text)
                .header("List-Unsubscribe", "<https://example.com/" + text + ">")
                .text(text + " https://example.com/" + text + "\n")
                .html("<title>" + text + "</title><a href=\"https://example.com/" + text + "\">" + text + "</a>")
                .attachment(text, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    private static byte[] encodedInEveryField(String text) {
        String word = EncodedWord.B.of(text, StandardCharsets.UTF_8);
        return MailBuilder.empty()
                .from(word + " <a@example.com>")
                .to(word + " <b@example.co.jp>")
                .subject(word)
                .header("Reply-To", word + " <c@example.com>")
                .text(text)
                .attachment(word, "text/plain", text.getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    private static String opened(int levels) {
        StringBuilder mail = new StringBuilder(HEAD);
        IntStream.range(0, levels)
                .forEach(n -> mail.append("Content-Type: multipart/mixed; boundary=b")
                        .append(n)
                        .append("\r\n\r\n--b")
                        .append(n)
                        .append("\r\n"));
        return mail.append("Content-Type: text/plain\r\n\r\ncore\r\n").toString();
    }

    private static String closed(int levels) {
        StringBuilder ends = new StringBuilder();
        IntStream.range(0, levels)
                .forEach(n -> ends.append("--b").append(levels - 1 - n).append("--\r\n"));
        return ends.toString();
    }

    private static String html(String body) {
        return HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body>" + body;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(24).forEach(c -> {
            if (c > ' ' && c < 127) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u%04X".formatted(c));
            }
        });
        return out.toString();
    }

    private static Named named(String name, CharSequence mail) {
        return new Named(name, mail.toString().getBytes(StandardCharsets.UTF_8));
    }
}
