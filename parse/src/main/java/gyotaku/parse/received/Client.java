package gyotaku.parse.received;

import gyotaku.model.IpAddress;
import java.util.Optional;

/// Who handed the message over, as the server that wrote the line saw it.
///
/// @param helo what the client called itself
/// @param rdns the name that the server found for the client's address, empty when it found none
/// @param ip the client's address; never taken from what the client said
/// @param confirmed whether software of this kind writes a reverse name only when the name leads back to the
/// address
record Client(String helo, String rdns, Optional<IpAddress> ip, boolean confirmed) {

    static final Client NOBODY = new Client("", "", Optional.empty(), false);

    /// A client of which only its own word is known.
    static Client named(String helo) {
        return new Client(Names.known(helo), "", Optional.empty(), false);
    }

    boolean isNobody() {
        return helo.isEmpty() && rdns.isEmpty() && ip.isEmpty();
    }
}
