package gyotaku.testkit;

import gyotaku.testkit.internet.Ports;
import gyotaku.testkit.internet.Scenario;
import gyotaku.testkit.internet.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// An internet of one scenario on 127.0.0.1: DNS by UDP and TCP, RDAP with its bootstrap files, WHOIS, Safe Browsing v4
/// and web sites behind a forward proxy. Names that the scenario does not know do not exist.
public final class ClosedInternet implements AutoCloseable {

    private final Servers servers;

    private ClosedInternet(Servers servers) {
        this.servers = servers;
    }

    /// All servers at ports that the system chose, out of a scenario file.
    public static ClosedInternet start(Path scenarioJson) {
        try {
            return new ClosedInternet(Servers.start(Scenario.read(scenarioJson)));
        } catch (IOException e) {
            throw new UncheckedIOException("no closed internet out of " + scenarioJson, e);
        }
    }

    /// The same out of the JSON text itself.
    public static ClosedInternet of(String scenarioJson) {
        try {
            return new ClosedInternet(Servers.start(Scenario.of(scenarioJson)));
        } catch (IOException e) {
            throw new UncheckedIOException("no closed internet", e);
        }
    }

    /// The resolver, UDP and TCP.
    public int dnsPort() {
        return servers.ports().dns();
    }

    /// The folder of `dns.json`, `ipv4.json`, `ipv6.json` and `asn.json`.
    public URI rdapBootstrap() {
        return safeBrowsing().resolve("rdap-bootstrap/");
    }

    public int whoisPort() {
        return servers.ports().whois();
    }

    /// The base under which `v4/threatMatches:find` answers.
    public URI safeBrowsing() {
        return URI.create("http://127.0.0.1:" + servers.ports().api() + "/");
    }

    /// The proxy that reaches the scenario's sites; every other host is 502.
    public int proxyPort() {
        return servers.ports().proxy();
    }

    public Ports ports() {
        return servers.ports();
    }

    /// What was asked until now, in the order of arrival: `dns www.example.com A`, `whois example.cn`,
    /// `http /domain/example.com`, `http-post`, `proxy CONNECT example.com:443`, `web GET https://example.com/`.
    public List<String> requests() {
        return servers.journal().lines();
    }

    @Override
    public void close() {
        servers.close();
    }
}
