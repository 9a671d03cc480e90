package gyotaku.enrich.egress;

import gyotaku.model.IpAddress;
import gyotaku.model.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Decides where a connection may go. Each name is resolved once and what was checked is what is connected to, so
/// that a second answer of a hostile name server changes nothing; one inner address among good ones refuses them
/// all.
public final class Guard {

    private static final Set<Integer> PORTS = Set.of(43, 53, 80, 443);

    private final HostLookup hosts;
    private final HostLookup operators;

    /// @param hosts for names that strangers give
    /// @param operators for names that the operator gave
    public Guard(HostLookup hosts, HostLookup operators) {
        this.hosts = hosts;
        this.operators = operators;
    }

    /// The operator's names are resolved by the system.
    public Guard(HostLookup hosts) {
        this(hosts, Guard::bySystem);
    }

    /// The addresses of a name, by DNS.
    @FunctionalInterface
    public interface HostLookup {
        List<IpAddress> addresses(String host) throws IOException;
    }

    /// For a place that a stranger named.
    public List<InetAddress> stranger(String host, int port) throws IOException {
        if (!PORTS.contains(port)) {
            throw new NoAnswer(Why.Reason.FORBIDDEN_ADDRESS, "port " + port);
        }
        List<InetAddress> checked = new ArrayList<>();
        for (IpAddress address : resolved(host)) {
            if (!SpecialAddresses.reachable(address)) {
                throw new NoAnswer(Why.Reason.FORBIDDEN_ADDRESS, address.toString());
            }
            checked.add(InetAddress.getByAddress(host, address.bytes()));
        }
        if (checked.isEmpty()) {
            throw new NoAnswer(Why.Reason.REFUSED, "no address");
        }
        return checked;
    }

    /// For a web server that a stranger named.
    public List<InetAddress> web(String host, int port) throws IOException {
        if (port != 80 && port != 443) {
            throw new NoAnswer(Why.Reason.FORBIDDEN_ADDRESS, "port " + port);
        }
        if (IpAddress.parse(host).isEmpty() && endsInNumber(host)) {
            throw new NoAnswer(Why.Reason.FORBIDDEN_ADDRESS, "a number for a host");
        }
        return stranger(host, port);
    }

    /// What browsers read as an IPv4 address in any notation (`0177.1`, `0x7f000001`): WHATWG URL, section 3.5.
    /// Browsers
    /// name the address itself; who still writes a number wants it read differently by different programs.
    private static boolean endsInNumber(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        boolean hex = last.regionMatches(true, 0, "0x", 0, 2);
        return !last.isEmpty()
                && last.chars().skip(hex ? 2 : 0).allMatch(c -> c < 128 && Character.digit(c, hex ? 16 : 10) >= 0);
    }

    /// For a place that the operator named: anywhere; `localhost` is always the system's.
    public List<InetAddress> operators(String host) throws IOException {
        if (isLoopback(host)) {
            return List.of(InetAddress.getAllByName(host));
        }
        var literal = IpAddress.parse(host);
        List<InetAddress> all = new ArrayList<>();
        for (IpAddress address : literal.isPresent() ? List.of(literal.get()) : operators.addresses(host)) {
            all.add(InetAddress.getByAddress(host, address.bytes()));
        }
        if (all.isEmpty()) {
            throw new NoAnswer(Why.Reason.REFUSED, "no address");
        }
        return all;
    }

    private static List<IpAddress> bySystem(String host) throws IOException {
        return Stream.of(InetAddress.getAllByName(host))
                .map(address -> IpAddress.of(address.getAddress()))
                .toList();
    }

    /// For a service that a bootstrap file names which itself lies on loopback: there it may lie too.
    public List<InetAddress> neighbour(String host, int port) throws IOException {
        return isLoopback(host) ? operators(host) : stranger(host, port);
    }

    /// Whether a host is written as loopback.
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || IpAddress.parse(host).filter(SpecialAddresses::loopback).isPresent();
    }

    private List<IpAddress> resolved(String host) throws IOException {
        var literal = IpAddress.parse(host);
        return literal.isPresent() ? List.of(literal.get()) : hosts.addresses(host);
    }
}
