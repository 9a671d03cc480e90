package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Trust;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A mail that somebody forwarded inside the text of this one, as the header quoted there tells of it. All of it is
/// what the text says: nothing of the way and the authentication of that mail came along.
///
/// @param style the program whose form the header has
/// @param from who is said to have sent it; the address is empty where only a name is quoted
/// @param sent when, as written, or empty
/// @param sentAt the same as a moment, where the zone stands with it
/// @param subject as written, or empty
/// @param block the quoted header in the sample, or the part that it stands in
/// @param excerpt the quoted header
/// @param bodyStart byte of the sample behind which the forwarded text stands
public record Forwarded(
        Style style,
        Mailbox from,
        String sent,
        Optional<OffsetDateTime> sentAt,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        ByteSpan block,
        String excerpt,
        int bodyStart) {

    public enum Style {
        OUTLOOK,
        GMAIL,
        APPLE_MAIL,
        THUNDERBIRD,
        /// The header block is there, in a form that several programs use.
        OTHER
    }

    public Forwarded {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    public Evidence evidence() {
        return new Evidence.InSample("text", block, excerpt, Trust.CLAIMED);
    }
}
