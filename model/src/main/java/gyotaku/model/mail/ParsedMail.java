package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Evidence;
import gyotaku.model.Truncated;
import gyotaku.model.Trust;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One message read.
///
/// When the sample is a report that carries the real mail as `message/rfc822`, all of this is of the inner one, spans
/// still count from the start of the sample, and `reporter` is who sent the outer one.
///
/// @param source its own bytes, for what is signed
/// @param headers in order, topmost first
/// @param root the MIME tree of this message
/// @param authors every mailbox of every From field, in order; more than one is a reason to look twice
/// @param envelope the reverse-path of Return-Path; address empty for `<>`
/// @param recipients To, Cc, Delivered-To, X-Original-To, Envelope-To, `for` of trusted hops; each address once
/// @param date the Date header in its own zone
/// @param attachments the parts that a mail program offers as files
/// @param pictures those that it shows in the message
/// @param forwarded the mail that was forwarded inside the text of this one, as far as the text tells of it
/// @param marks what the receiving server put before the subject, as `[spam]`; they are taken off `subject`
public record ParsedMail(
        Source source,
        List<Header> headers,
        Part root,
        List<Mailbox> authors,
        List<Mailbox> replyTo,
        Optional<Mailbox> envelope,
        List<Mailbox> recipients,
        String subject,
        List<String> marks,
        Optional<OffsetDateTime> date,
        Route route,
        Body body,
        List<Link> links,
        List<Attachment> attachments,
        List<Attachment> pictures,
        Optional<Mailbox> reporter,
        Optional<Forwarded> forwarded,
        List<Defect> defects,
        List<Truncated> truncated) {

    public ParsedMail {
        headers = List.copyOf(headers);
        authors = List.copyOf(authors);
        replyTo = List.copyOf(replyTo);
        recipients = List.copyOf(recipients);
        marks = List.copyOf(marks);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
        pictures = List.copyOf(pictures);
        defects = List.copyOf(defects);
        truncated = List.copyOf(truncated);
    }

    /// The first mailbox of From.
    public Optional<Mailbox> from() {
        return authors.stream().findFirst();
    }

    /// All header fields of that name, topmost first.
    public Stream<Header> headers(String name) {
        return headers.stream().filter(header -> header.is(name));
    }

    public Optional<Header> header(String name) {
        return headers(name).findFirst();
    }

    /// The time at which the recipient's side took the message from outside, by its own clock: the boundary's, else
    /// that of the lowest trusted hop with a time.
    public Optional<OffsetDateTime> receivedAt() {
        return receipt().flatMap(Hop::at);
    }

    /// The line of the recipient's side that says so.
    public Optional<Hop> receipt() {
        return route.hops().stream()
                .filter(hop -> hop.standing() != Hop.Standing.CLAIMED)
                .sorted((a, b) -> Integer.compare(b.index(), a.index()))
                .filter(hop -> hop.at().isPresent())
                .findFirst();
    }

    /// What the pictures say that the mail consists of, read by optical character recognition; each with its picture.
    public Stream<Recognised> recognised() {
        return Stream.concat(pictures.stream(), attachments.stream())
                .flatMap(file -> file.opened().texts().stream()
                        .filter(words -> words.origin() == Words.Origin.RECOGNISED)
                        .filter(_ -> file.looksLike().startsWith("image/"))
                        .map(words -> new Recognised(file, words.text())));
    }

    /// @param picture that shows the text
    public record Recognised(Attachment picture, String text) {

        /// @param excerpt of the text
        public Evidence evidence(String excerpt) {
            return new Evidence.InSample("ocr", picture.span(), picture.name() + " (OCR) " + excerpt, Trust.CLAIMED);
        }
    }

    /// Every part, depth first.
    public Stream<Part> parts() {
        return walk(root);
    }

    private static Stream<Part> walk(Part part) {
        return Stream.concat(Stream.of(part), part.children().stream().flatMap(ParsedMail::walk));
    }

    /// From the first header to the end of the last part.
    public ByteSpan span() {
        return new ByteSpan(
                root.header().start(), Math.max(root.header().end(), root.body().end()));
    }
}
