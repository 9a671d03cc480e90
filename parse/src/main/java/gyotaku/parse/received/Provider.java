package gyotaku.parse.received;

import gyotaku.model.Text;

/// A mail provider whose servers' Received lines are known.
///
/// @param id the name of its file
/// @param name for the reader
/// @param servers hosts that write its lines
/// @param serverAddresses addresses that stand in place of such a host behind `by`
/// @param entrances those of the servers at which every client is an outside one
/// @param innerServers those of the servers that take messages from the provider's own servers only
/// @param handOverHosts confirmed reverse names of its own servers, as clients of its other servers
/// @param handOverNetworks addresses of the same
record Provider(
        String id,
        Text name,
        Hosts servers,
        Networks serverAddresses,
        Hosts entrances,
        Hosts innerServers,
        Hosts handOverHosts,
        Networks handOverNetworks) {

    /// Whether a line with this `by` was written by its servers.
    boolean wrote(String by) {
        return servers.hold(by)
                || Names.addressOrLiteral(by).filter(serverAddresses::hold).isPresent();
    }

    /// Whether what its server `by` took came from a server of its own.
    boolean handedOver(String by, Client client) {
        if (innerServers.hold(by)) {
            return true;
        }
        boolean own = client.ip().filter(handOverNetworks::hold).isPresent()
                || client.confirmed() && handOverHosts.hold(client.rdns());
        return own && !entrances.hold(by);
    }
}
