package gyotaku.testkit.internet;

import java.io.IOException;
import java.io.UncheckedIOException;

/// All servers of one scenario, started and stopped together.
public final class Servers implements AutoCloseable {

    private final Journal journal = new Journal();
    private final DnsServer dns;
    private final Listener whois;
    private final Api api;
    private final Sites sites;
    private final Listener proxy;

    private Servers(Scenario scenario) throws IOException {
        this.dns = DnsServer.start(scenario, journal);
        this.whois = WhoisServer.start(scenario, journal);
        this.api = Api.start(scenario, journal);
        this.sites = Sites.start(scenario, journal);
        this.proxy = ForwardProxy.start(scenario, sites, journal);
    }

    public static Servers start(Scenario scenario) throws IOException {
        return new Servers(scenario);
    }

    public Journal journal() {
        return journal;
    }

    public Ports ports() {
        return new Ports(dns.port(), whois.port(), api.port(), sites.plainPort(), sites.tlsPort(), proxy.port());
    }

    @Override
    public void close() {
        try {
            proxy.close();
            sites.close();
            api.close();
            whois.close();
            dns.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the closed internet does not stop", e);
        }
    }
}
