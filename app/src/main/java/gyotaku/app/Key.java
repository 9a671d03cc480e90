package gyotaku.app;

import java.util.Arrays;
import java.util.Locale;

/// Every key that the configuration knows.
enum Key {
    DNS_SERVERS("dns.servers", "", "DNS servers as host:port, a list; empty: those of the system"),
    RDAP_BOOTSTRAP(
            "rdap.bootstrap",
            "https://data.iana.org/rdap/",
            "base URL of the IANA bootstrap files dns.json, ipv4.json, ipv6.json, asn.json"),
    WHOIS_SERVER("whois.server", "", "host:port asked for every WHOIS query; empty: by referral from IANA"),
    SAFEBROWSING_URL("safebrowsing.url", "https://safebrowsing.googleapis.com/", "base URL of Google Safe Browsing v4"),
    SAFEBROWSING_KEY("safebrowsing.key", "", "its API key; empty: not asked"),
    PRIVACY(
            "privacy",
            "hosts",
            "what of a mail may leave in look-ups: none, hashes, hosts or urls (Safe Browsing needs urls)"),
    TRUST_HOSTS(
            "trust.hosts",
            "",
            "names of the recipient's own mail servers, a list; a name that starts with a dot stands for all below it"),
    TRUST_SEALERS(
            "trust.sealers",
            "",
            "domains of forwarders whose ARC seals count, a list; what they recorded explains failures by forwarding"),
    LOOKUP_THREADS("lookup.threads", "8", "look-ups at the same time for one mail"),
    CAPTURE_ENABLED("capture.enabled", "false", "visit landing pages in a headless browser; the sites see the visit"),
    CAPTURE_BROWSER("capture.browser", "", "path of Chromium; empty: chromium, chromium-browser or google-chrome"),
    CAPTURE_PROXY("capture.proxy", "", "host:port of an upstream proxy for every connection to a page"),
    CAPTURE_TIMEOUT("capture.timeout", "30s", "time for one page, 1s to 30s"),
    IP_DATABASES("ip.databases", "", "further MaxMind DB files (kept for a later version: the bundled data is used)"),
    ARCHIVE_URL("archive.url", "", "JDBC URL of the case archive (kept for a later version)"),
    ARCHIVE_DIR("archive.dir", "", "folder of the case archive (kept for a later version)");

    private final String path;
    private final String standard;
    private final String meaning;

    Key(String path, String standard, String meaning) {
        this.path = path;
        this.standard = standard;
        this.meaning = meaning;
    }

    /// As in `gyotaku.yaml`.
    String path() {
        return path;
    }

    /// The value when nobody sets one; empty for none.
    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    /// As in the environment.
    String variable() {
        return "GYOTAKU_" + path.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    static boolean isKnown(String path) {
        int bracket = path.indexOf('[');
        String plain = bracket < 0 ? path : path.substring(0, bracket);
        return Arrays.stream(values()).anyMatch(key -> key.path.equals(plain));
    }
}
