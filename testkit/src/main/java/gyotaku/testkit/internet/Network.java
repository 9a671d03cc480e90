package gyotaku.testkit.internet;

import gyotaku.model.IpAddress;

/// An address block of the scenario in CIDR form.
record Network(IpAddress address, int length) {

    static Network of(String cidr) {
        String[] halves = cidr.split("/", 2);
        IpAddress address =
                IpAddress.parse(halves[0]).orElseThrow(() -> new IllegalArgumentException("no address block: " + cidr));
        return new Network(address, halves.length == 2 ? Integer.parseInt(halves[1]) : address.bytes().length * 8);
    }

    boolean holds(String other) {
        return IpAddress.parse(other).filter(ip -> ip.in(address, length)).isPresent();
    }
}
