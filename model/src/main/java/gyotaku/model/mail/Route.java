package gyotaku.model.mail;

import gyotaku.model.Text;
import java.util.List;
import java.util.Optional;

/// The way of the message by its Received lines, topmost first, and where belief in them ends.
///
/// @param assumption how the boundary was found, as a sentence for the reader
/// @param how the same for programs
public record Route(List<Hop> hops, How how, Text assumption) {

    public enum How {
        /// The operator named the recipient's servers in `trust.hosts`.
        CONFIGURED,
        /// A provider's dialect is known.
        PROVIDER,
        /// The servers belong to the recipient's own domain.
        RECIPIENT_DOMAIN,
        /// The topmost run of lines whose servers belong together.
        TOPMOST_RUN,
        /// Nothing but the topmost line.
        TOPMOST_LINE,
        /// There is no Received line, or none that tells who handed the message in.
        NONE
    }

    public Route {
        hops = List.copyOf(hops);
    }

    /// The hop at which the message came in from outside: its `ip` is the sending IP.
    public Optional<Hop> boundary() {
        return hops.stream()
                .filter(hop -> hop.standing() == Hop.Standing.BOUNDARY)
                .findFirst();
    }
}
