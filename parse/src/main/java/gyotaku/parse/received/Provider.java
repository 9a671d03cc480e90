package gyotaku.parse.received;

import gyotaku.model.Text;

/// A mail provider whose servers' Received lines are known.
///
/// @param id the name of its file
/// @param name for the reader
/// @param servers hosts that write its lines
/// @param serverAddresses addresses that stand in place of a host behind `by`
/// @param handOverHosts confirmed reverse names of its own servers that hand messages on to each other
/// @param handOverNetworks addresses of the same
record Provider(
        String id, Text name, Hosts servers, Networks serverAddresses, Hosts handOverHosts, Networks handOverNetworks) {

    /// Whether a line with this `by` was written by its servers.
    boolean wrote(String by) {
        return servers.hold(by)
                || Names.addressOrLiteral(by).filter(serverAddresses::hold).isPresent();
    }

    /// Whether a client of its servers is a server of its own.
    boolean owns(Client client) {
        return client.ip().filter(handOverNetworks::hold).isPresent()
                || client.confirmed() && handOverHosts.hold(client.rdns());
    }
}
