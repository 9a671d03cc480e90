package gyotaku.parse.received;

import gyotaku.model.IpAddress;
import gyotaku.model.Text;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Route;
import java.util.List;
import java.util.OptionalInt;

/// Where belief in a chain of Received lines ends.
///
/// @param last index of the last line that the recipient's side wrote; -1 when none did
/// @param outside index of the line whose client is the sending host; empty when no line tells
/// @param how for programs
/// @param assumption for the reader
record Boundary(int last, OptionalInt outside, Route.How how, Text assumption) {

    Hop.Standing standing(int index) {
        if (outside.isPresent() && outside.getAsInt() == index) {
            return Hop.Standing.BOUNDARY;
        }
        return index <= last ? Hop.Standing.TRUSTED : Hop.Standing.CLAIMED;
    }

    /// Walks down from the topmost line. A line is believed when all above it took the message from the
    /// recipient's side; nothing that stands in a line decides about that line itself or one above it.
    static Boundary in(List<Stamp> stamps, RecipientSide side) {
        int last = -1;
        OptionalInt outside = OptionalInt.empty();
        for (int i = 0; i < stamps.size() && outside.isEmpty() && stamps.get(i).readable(); i++) {
            last = i;
            if (!side.handedOver(stamps.get(i))) {
                outside = OptionalInt.of(i);
            }
        }
        if (outside.isEmpty()) {
            outside = lowestWithAddress(stamps.subList(0, last + 1));
        }
        List<Stamp> believed = stamps.subList(0, last + 1);
        Route.How how = outside.isEmpty() ? Route.How.NONE : side.recognise(believed);
        return new Boundary(last, outside, how, side.explain(how, believed));
    }

    /// When the message never came in from outside, the first host that had it is where it began.
    private static OptionalInt lowestWithAddress(List<Stamp> believed) {
        for (int i = believed.size() - 1; i >= 0; i--) {
            Stamp stamp = believed.get(i);
            boolean host = stamp.client().ip().filter(ip -> !isLoopback(ip)).isPresent();
            if (host && stamp.kind() != Stamp.Kind.RETRIEVAL) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static final Networks LOOPBACK = Networks.of(List.of("127.0.0.0/8", "::1"));

    private static boolean isLoopback(IpAddress ip) {
        return LOOPBACK.hold(ip);
    }
}
