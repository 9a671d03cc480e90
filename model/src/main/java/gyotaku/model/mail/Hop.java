package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Trust;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One Received line (RFC 5321 section 4.4) read into its clauses. What is absent is empty.
///
/// @param index 0 is the topmost, so the last written
/// @param helo what the client called itself
/// @param rdns the name that the server found for the client's address
/// @param ip the client's address as the server saw it
/// @param by the server that wrote the line
/// @param with the protocol
/// @param id the server's queue id
/// @param recipient the `for` clause without angle brackets
/// @param at its time in its own zone
/// @param standing whether it can be believed
/// @param span of the header field
/// @param line the field's body unfolded
public record Hop(
        int index,
        String helo,
        String rdns,
        Optional<IpAddress> ip,
        String by,
        String with,
        String id,
        String recipient,
        Optional<OffsetDateTime> at,
        Standing standing,
        ByteSpan span,
        String line) {

    public enum Standing {
        /// Written by the recipient's side about a server of its own.
        TRUSTED,
        /// Written by the recipient's side about the outside that handed the message in: the sending IP stands here.
        BOUNDARY,
        /// Below the boundary: the sender could have written it.
        CLAIMED
    }

    /// The part of the line that tells who handed the message over.
    public String fromClause() {
        int by = line.indexOf(" by ");
        return (by < 0 ? line : line.substring(0, by)).strip();
    }

    public Evidence evidence() {
        return new Evidence.InSample(
                "hop", span, "Received: " + line, standing == Standing.CLAIMED ? Trust.CLAIMED : Trust.STAMPED);
    }
}
