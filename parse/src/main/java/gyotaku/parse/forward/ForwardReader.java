package gyotaku.parse.forward;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Forwarded.Style;
import gyotaku.model.mail.Mailbox;
import gyotaku.parse.header.Addresses;
import gyotaku.parse.link.DecodedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the header of a mail that was forwarded inside the text of another.
///
/// It is there when From stands with Subject or a date in a row of labelled lines, below a line that says so
/// ([Marker]), or complete without one. A reply quotes in the same form: where no line says that it forwards, the
/// subject must not begin with "Re:", and the quoted sender must be none of those the outer mail goes to.
public final class ForwardReader {

    /// Against a text of labels: so many lines are looked at.
    private static final int MOST_LINES = 20_000;

    /// From, Sent, To, Cc, Subject, Reply-To, Importance, Attachments.
    private static final int COMPLETE = 4;

    private final Limits limits;
    private final String subject;
    private final List<Mailbox> recipients;

    /// @param subject of the outer mail
    /// @param recipients of the outer mail
    public ForwardReader(Limits limits, String subject, List<Mailbox> recipients) {
        this.limits = limits;
        this.subject = subject.strip().toLowerCase(Locale.ROOT);
        this.recipients = recipients;
    }

    /// @param texts the displayed parts; a plain text tells the place to the byte
    /// @param shown what the reader sees of the HTML
    public Optional<Forwarded> read(List<DecodedText> texts, Body shown) {
        Optional<Forwarded> plain = texts.stream()
                .filter(text -> text.type().equals("text/plain"))
                .flatMap(text -> in(text.text(), text.body(), text.offsets()).stream())
                .findFirst();
        return plain.or(() -> shown.html() ? in(shown.visible(), shown.span(), (_, _) -> shown.span()) : plain);
    }

    private Optional<Forwarded> in(String text, ByteSpan part, DecodedText.Offsets offsets) {
        List<TextLine> lines = TextLine.of(text, MOST_LINES);
        Optional<Marker> marker = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (Label.in(line.text()).isPresent()) {
                QuotedHeader header = QuotedHeader.at(lines, i);
                if (isForwarded(header, marker)) {
                    return Optional.of(forwarded(header, marker, text, part, offsets));
                }
                i = Math.max(i, header.last());
            }
            marker = Marker.in(line.text());
        }
        return Optional.empty();
    }

    private boolean isForwarded(QuotedHeader header, Optional<Marker> marker) {
        boolean there = !header.value(Label.FROM).isEmpty()
                && (header.has(Label.SUBJECT) || header.has(Label.SENT) || header.has(Label.DATE));
        if (!there) {
            return false;
        }
        if (marker.map(Marker::forwards).orElse(false)) {
            return true;
        }
        boolean enough = marker.isPresent() || header.labels() >= COMPLETE && header.has(Label.SUBJECT);
        return enough && !isReply(header);
    }

    private boolean isReply(QuotedHeader header) {
        if (subject.startsWith("re:") || subject.startsWith("re：") || subject.startsWith("aw:")) {
            return true;
        }
        Mailbox from = mailbox(header.value(Label.FROM), new ByteSpan(0, 0));
        return recipients.stream().anyMatch(from::sameAddress);
    }

    private Forwarded forwarded(
            QuotedHeader header, Optional<Marker> marker, String text, ByteSpan part, DecodedText.Offsets offsets) {
        ByteSpan block = offsets.span(header.start(), header.end());
        String sent = header.value(header.has(Label.SENT) ? Label.SENT : Label.DATE);
        return new Forwarded(
                marker.map(Marker::style).orElse(header.has(Label.SENT) ? Style.OUTLOOK : Style.OTHER),
                mailbox(header.value(Label.FROM), block),
                sent,
                QuotedDate.parse(sent),
                mailboxes(header.value(Label.TO), block),
                mailboxes(header.value(Label.CC), block),
                header.value(Label.SUBJECT),
                block,
                text.substring(header.start(), header.end()),
                block.equals(part) ? part.start() : block.end());
    }

    private Mailbox mailbox(String written, ByteSpan span) {
        List<Mailbox> found = mailboxes(written, span);
        return found.isEmpty() ? new Mailbox(written, "", span) : found.getFirst();
    }

    private List<Mailbox> mailboxes(String written, ByteSpan span) {
        if (written.isEmpty()) {
            return List.of();
        }
        String plain = withoutMailto(written);
        return new ArrayList<>(
                Addresses.parse(plain, span, limits.commentDepth()).mailboxes());
    }

    /// Outlook and Thunderbird write the link of an address beside it: `a@example.com<mailto:a@example.com>`,
    /// `[mailto:a@example.com]`.
    private static String withoutMailto(String written) {
        String text = written.replace("[mailto:", "<").replace("]", ">").replace("*", "");
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int link = text.indexOf("<mailto:"); link >= 0; link = text.indexOf("<mailto:", at)) {
            int end = text.indexOf('>', link);
            if (end < 0) {
                break;
            }
            out.append(text, at, link);
            at = end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }
}
