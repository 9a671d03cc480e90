package gyotaku.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds a mail, byte for byte as told. Immutable: each method gives another builder, so that a test can vary one
/// thing of a common mail.
///
/// @param received trace lines, the newest first, without the field name
/// @param forged trace lines that the sender wrote below the true ones
/// @param fields every other field, in order
/// @param leaves text and HTML bodies, in order; two or more make a `multipart/alternative`
/// @param attachments with one or more the mail is a `multipart/mixed`
public record MailBuilder(
        List<String> received,
        List<String> forged,
        List<Field> fields,
        List<Leaf> leaves,
        List<Leaf> attachments,
        String lineEnd) {

    /// One header field; the value is written as it is.
    public record Field(String name, byte[] value) {}

    /// One leaf part: its own header lines and its encoded body.
    public record Leaf(List<String> header, byte[] body, Transfer transfer) {}

    private static final String ALTERNATIVE = "=_alternative_7f3a";
    private static final String MIXED = "=_mixed_91c2";

    public MailBuilder {
        received = List.copyOf(received);
        forged = List.copyOf(forged);
        fields = List.copyOf(fields);
        leaves = List.copyOf(leaves);
        attachments = List.copyOf(attachments);
    }

    /// Nothing at all yet, with CRLF.
    public static MailBuilder empty() {
        return new MailBuilder(List.of(), List.of(), List.of(), List.of(), List.of(), "\r\n");
    }

    /// An ordinary mail: from, to, subject, date, Message-ID and one line of plain text.
    public static MailBuilder plain() {
        return empty().from("Hanako Sato <hanako@example.com>")
                .to("taro@example.co.jp")
                .subject("Minutes of the meeting")
                .header("Date", "Thu, 14 May 2026 08:30:05 +0900")
                .header("Message-ID", "<20260514083005.1@example.com>")
                .text("The minutes are in the shared folder.\n");
    }

    public MailBuilder from(String value) {
        return header("From", value);
    }

    public MailBuilder to(String value) {
        return header("To", value);
    }

    /// As it stands, without any encoding.
    public MailBuilder subject(String value) {
        return header("Subject", value);
    }

    public MailBuilder subject(String text, Charset charset, EncodedWord encoding) {
        return header("Subject", encoding.of(text, charset));
    }

    /// Sets a field: one of this name is replaced at its place, else it is added at the end.
    public MailBuilder header(String name, String value) {
        return header(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public MailBuilder header(String name, byte[] value) {
        Field field = new Field(name, value);
        boolean there = fields.stream().anyMatch(f -> f.name().equalsIgnoreCase(name));
        return there
                ? withFields(fields.stream()
                        .map(f -> f.name().equalsIgnoreCase(name) ? field : f)
                        .toList())
                : repeated(name, value);
    }

    /// Adds a field even when one of this name is there already.
    public MailBuilder repeated(String name, byte[] value) {
        return withFields(plus(fields, new Field(name, value)));
    }

    public MailBuilder without(String name) {
        return withFields(
                fields.stream().filter(f -> !f.name().equalsIgnoreCase(name)).toList());
    }

    /// A trace line that a server of the way wrote, above those added before.
    public MailBuilder received(String line) {
        List<String> newest = Stream.concat(Stream.of(line), received.stream()).toList();
        return new MailBuilder(newest, forged, fields, leaves, attachments, lineEnd);
    }

    /// A trace line that the sender made up, below everything true.
    public MailBuilder forgedHop(String line) {
        return new MailBuilder(received, plus(forged, line), fields, leaves, attachments, lineEnd);
    }

    /// As many invented trace lines of plausible form as asked for, from addresses of documentation networks.
    public MailBuilder forgedHops(int count) {
        MailBuilder mail = this;
        for (int n = 0; n < count; n++) {
            mail = mail.forgedHop(("from mail%d.example.net (mail%d.example.net [198.51.100.%d])"
                            + " by mx%d.example.net (Postfix) with ESMTP id %08X; Thu, 14 May 2026 08:2%d:00 +0900")
                    .formatted(n, n, n % 250 + 1, n, n * 7919 + 1, n % 10));
        }
        return mail;
    }

    /// Plain text in UTF-8 and Base64.
    public MailBuilder text(String text) {
        return text(text, StandardCharsets.UTF_8, "UTF-8", Transfer.BASE64);
    }

    /// Plain text in one charset under the label of perhaps another.
    public MailBuilder text(String text, Charset charset, String label, Transfer transfer) {
        return body("text/plain", text.getBytes(charset), label, transfer);
    }

    public MailBuilder html(String html) {
        return html(html, StandardCharsets.UTF_8, "UTF-8", Transfer.BASE64);
    }

    public MailBuilder html(String html, Charset charset, String label, Transfer transfer) {
        return body("text/html", html.getBytes(charset), label, transfer);
    }

    /// Without the bodies added until now.
    public MailBuilder bodiless() {
        return new MailBuilder(received, forged, fields, List.of(), attachments, lineEnd);
    }

    public MailBuilder attachment(String name, String type, byte[] content) {
        Leaf leaf = new Leaf(
                List.of(
                        "Content-Type: " + type + "; name=\"" + name + "\"",
                        "Content-Disposition: attachment; filename=\"" + name + "\""),
                content,
                Transfer.BASE64);
        return withAttachment(leaf);
    }

    /// The given message as a `message/rfc822` part, as one forwards a sample to the help desk.
    public MailBuilder attachedMessage(byte[] message) {
        return withAttachment(new Leaf(List.of("Content-Type: message/rfc822"), message, Transfer.EIGHT_BIT));
    }

    /// What ends a header line: CRLF, LF or, against the rules, CR. Bodies keep their own line ends.
    public MailBuilder lineEnds(String end) {
        return new MailBuilder(received, forged, fields, leaves, attachments, end);
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        received.forEach(line -> line(out, "Received: " + line));
        forged.forEach(line -> line(out, "Received: " + line));
        fields.forEach(field -> {
            out.writeBytes((field.name() + ": ").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(field.value());
            line(out, "");
        });
        line(out, "MIME-Version: 1.0");
        content(out);
        return out.toByteArray();
    }

    private void content(ByteArrayOutputStream out) {
        if (attachments.isEmpty()) {
            bodies(out);
            return;
        }
        line(out, "Content-Type: multipart/mixed; boundary=\"" + MIXED + "\"");
        line(out, "");
        if (!leaves.isEmpty()) {
            line(out, "--" + MIXED);
            bodies(out);
            line(out, "");
        }
        parts(out, attachments, MIXED);
    }

    private void bodies(ByteArrayOutputStream out) {
        Optional<Leaf> first = leaves.stream().findFirst();
        if (leaves.size() > 1) {
            line(out, "Content-Type: multipart/alternative; boundary=\"" + ALTERNATIVE + "\"");
            line(out, "");
            parts(out, leaves, ALTERNATIVE);
        } else if (first.isPresent()) {
            leaf(out, first.get());
        } else {
            line(out, "");
        }
    }

    private void parts(ByteArrayOutputStream out, List<Leaf> parts, String boundary) {
        for (Leaf part : parts) {
            line(out, "--" + boundary);
            leaf(out, part);
            line(out, "");
        }
        line(out, "--" + boundary + "--");
    }

    private void leaf(ByteArrayOutputStream out, Leaf leaf) {
        leaf.header().forEach(line -> line(out, line));
        line(out, "Content-Transfer-Encoding: " + leaf.transfer().label());
        line(out, "");
        out.writeBytes(leaf.transfer().encode(leaf.body(), lineEnd));
    }

    private void line(ByteArrayOutputStream out, String text) {
        out.writeBytes((text + lineEnd).getBytes(StandardCharsets.UTF_8));
    }

    private MailBuilder body(String type, byte[] content, String label, Transfer transfer) {
        Leaf leaf = new Leaf(List.of("Content-Type: " + type + "; charset=" + label), content, transfer);
        return new MailBuilder(received, forged, fields, plus(leaves, leaf), attachments, lineEnd);
    }

    private MailBuilder withFields(List<Field> others) {
        return new MailBuilder(received, forged, others, leaves, attachments, lineEnd);
    }

    private MailBuilder withAttachment(Leaf leaf) {
        return new MailBuilder(received, forged, fields, leaves, plus(attachments, leaf), lineEnd);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
