package gyotaku.parse;

import gyotaku.model.Defect.Kind;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.RawMail;
import gyotaku.model.Text;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Source;
import gyotaku.parse.forward.ForwardReader;
import gyotaku.parse.header.Dates;
import gyotaku.parse.link.DecodedText;
import gyotaku.parse.link.LinkReader;
import gyotaku.parse.link.LinkReading;
import gyotaku.parse.link.TextReading;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.received.RouteReader;
import gyotaku.parse.received.RouteReading;
import gyotaku.parse.saved.Start;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Bytes in, [ParsedMail] out. Pure: the same bytes give the same mail. Nothing that a sample holds makes it throw.
public final class MailParser {

    /// Against reports of reports of reports: this many carriers are opened to find the sample.
    private static final int CARRIERS = 3;

    private final Limits limits;
    private final RouteReader routes;
    private final Displayed displayed;
    private final LinkReader links;

    /// @param trustHosts names of the recipient's own servers, or none
    public MailParser(Limits limits, PublicSuffixes suffixes, List<String> trustHosts) {
        this.limits = limits;
        this.routes = new RouteReader(limits, suffixes, trustHosts);
        this.displayed = new Displayed(limits);
        this.links = new LinkReader(limits);
    }

    /// Reads one message.
    ///
    /// @param opener looks into its files; called once for each
    public Reading parse(RawMail raw, Opener opener) {
        Notes notes = new Notes();
        if (raw.cut()) {
            notes.truncated("messageBytes", limits.messageBytes(), Text.of("メールの残り", "the rest of the message"));
        }
        Source whole = Source.of(raw.bytes());
        Optional<Opened> foreign = new Foreign(opener, notes).sample(whole);
        if (foreign.isPresent()) {
            return foreign.get()
                    .message()
                    .map(made -> read(Source.rebuilt(made, whole.span(0, whole.to())), notes, opener))
                    .orElseGet(() -> new Reading.NotMail(unopened(foreign.get())));
        }
        return read(Start.of(whole, notes), notes, opener);
    }

    private static Text unopened(Opened file) {
        return Text.of(
                        "Outlook 形式のファイルですが、メールとして読み取れません（{0}）。",
                        "This is a file of Outlook, but no mail can be read out of it ({0}).")
                .with(file.detail().isEmpty() ? file.state() : file.detail());
    }

    private Reading read(Source sample, Notes notes, Opener opener) {
        MimeMessage message = MimeReader.read(sample, limits, notes, new Foreign(opener, notes));
        return MailShape.objection(message.root().headers(), sample)
                .<Reading>map(Reading.NotMail::new)
                .orElseGet(() -> new Reading.Mail(sample(message, notes, opener)));
    }

    /// The message itself, or the one that it only carries.
    private ParsedMail sample(MimeMessage outer, Notes outerNotes, Opener opener) {
        MimeMessage message = outer;
        Notes notes = outerNotes;
        Optional<Mailbox> reporter = Optional.empty();
        for (int opened = 0; opened < CARRIERS; opened++) {
            Optional<Source> carried = Carrier.sample(message, limits);
            if (carried.isEmpty()) {
                break;
            }
            reporter = reporter.isPresent() ? reporter : from(message, new Notes());
            notes = new Notes();
            notes.add(List.of(), outerNotes.truncated());
            message = MimeReader.read(carried.get(), limits, notes, new Foreign(opener, notes));
        }
        return assembled(message, reporter, notes, opener);
    }

    private Optional<Mailbox> from(MimeMessage message, Notes notes) {
        return new Envelope(message.root().headers(), limits, notes)
                .authors().stream().findFirst();
    }

    private ParsedMail assembled(MimeMessage message, Optional<Mailbox> reporter, Notes notes, Opener opener) {
        List<Header> headers = message.root().headers();
        Envelope envelope = new Envelope(headers, limits, notes);
        List<Mailbox> recipients = envelope.recipients();
        RouteReading route = routes.read(headers, domains(recipients));
        SubjectLine subject = SubjectLine.of(headers);
        notes.add(route.defects(), route.truncated());
        HeaderCheck.note(headers, message, notes);
        StoredElsewhere.note(message, notes);
        List<DecodedText> texts = displayed.texts(message);
        TextReading written = links.read(texts, message.root().body());
        Attachments files = new Attachments(opener, Passwords.in(texts), notes);
        files.choose(message, written.body());
        List<Attachment> attachments = files.offered(message, limits);
        List<Attachment> pictures = files.pictures(message);
        LinkReading reading = written.with(
                Stream.of(pictures, files.joined(message, pictures, attachments), files.drawn(written), attachments)
                        .flatMap(List::stream)
                        .toList());
        notes.add(reading.defects(), reading.truncated());
        Optional<Forwarded> forwarded = Carrier.isBounce(message.root())
                ? Optional.empty()
                : new ForwardReader(limits, subject.text(), recipients).read(texts, reading.body());
        return new ParsedMail(
                message.source(),
                headers,
                message.root(),
                envelope.authors(),
                envelope.replyTo(),
                envelope.returnPath(),
                Envelope.with(recipients, route.route().hops()),
                subject.text(),
                subject.marks(),
                date(headers, notes),
                route.route(),
                reading.body(),
                reading.links(),
                attachments,
                pictures,
                reporter,
                forwarded,
                notes.defects(),
                notes.truncated());
    }

    private static List<DomainName> domains(List<Mailbox> recipients) {
        return recipients.stream()
                .flatMap(mailbox -> mailbox.domain().stream())
                .distinct()
                .toList();
    }

    private static Optional<OffsetDateTime> date(List<Header> headers, Notes notes) {
        Optional<Header> field =
                headers.stream().filter(header -> header.is("Date")).findFirst();
        Optional<OffsetDateTime> date = field.flatMap(header -> Dates.parse(header.body()));
        if (date.isEmpty()) {
            field.ifPresent(header -> notes.defect(Kind.BAD_DATE, header.span(), header.body()));
        }
        return date;
    }
}
