package gyotaku.parse;

import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.parse.header.AddressList;
import gyotaku.parse.header.Addresses;
import gyotaku.parse.mime.Notes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who sends and who receives, by the address fields of a header.
final class Envelope {

    private static final List<String> DELIVERED =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Rcpt-To");
    private static final List<String> ADDRESSED = List.of("To", "Cc");

    private final List<Header> headers;
    private final Limits limits;
    private final Notes notes;

    Envelope(List<Header> headers, Limits limits, Notes notes) {
        this.headers = headers;
        this.limits = limits;
        this.notes = notes;
    }

    /// Every mailbox of every From field.
    List<Mailbox> authors() {
        return mailboxes("From");
    }

    List<Mailbox> replyTo() {
        return mailboxes("Reply-To");
    }

    /// The reverse-path (RFC 5321 section 4.4), address empty for `<>`.
    Optional<Mailbox> returnPath() {
        Optional<Header> field = first("Return-Path").or(() -> first("X-Return-Path"));
        return field.map(header -> {
            List<Mailbox> read = read(header);
            return read.isEmpty() ? new Mailbox("", "", header.span()) : read.getFirst();
        });
    }

    /// To, Cc and where receiving servers say that they delivered to, each address once.
    List<Mailbox> recipients() {
        Map<String, Mailbox> found = new LinkedHashMap<>();
        ADDRESSED.forEach(name -> mailboxes(name).forEach(mailbox -> add(found, mailbox)));
        DELIVERED.forEach(name -> mailboxes(name).forEach(mailbox -> add(found, mailbox)));
        return List.copyOf(found.values());
    }

    /// With the `for` clauses that the recipient's side wrote.
    static List<Mailbox> with(List<Mailbox> recipients, List<Hop> hops) {
        Map<String, Mailbox> found = new LinkedHashMap<>();
        recipients.forEach(mailbox -> add(found, mailbox));
        for (Hop hop : hops) {
            if (hop.standing() != Hop.Standing.CLAIMED && hop.recipient().indexOf('@') > 0) {
                add(found, new Mailbox("", hop.recipient(), hop.span()));
            }
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Mailbox> found, Mailbox mailbox) {
        if (!mailbox.address().isEmpty()) {
            found.putIfAbsent(mailbox.address().toLowerCase(Locale.ROOT), mailbox);
        }
    }

    private Optional<Header> first(String name) {
        return headers.stream().filter(header -> header.is(name)).findFirst();
    }

    private List<Mailbox> mailboxes(String name) {
        List<Mailbox> found = new ArrayList<>();
        headers.stream().filter(header -> header.is(name)).forEach(header -> {
            if (found.size() < Addresses.MOST) {
                found.addAll(read(header));
            }
        });
        return found;
    }

    private List<Mailbox> read(Header header) {
        AddressList list = Addresses.parse(header.body(), header.span(), limits.commentDepth());
        list.problems().forEach(kind -> notes.defect(kind, header.span(), header.name() + ": " + header.body()));
        if (list.cut()) {
            notes.truncated("mailboxes", Addresses.MOST, Text.of("以降の宛先", "the addresses after these"));
        }
        return list.mailboxes();
    }
}
