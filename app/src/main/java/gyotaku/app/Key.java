package gyotaku.app;

import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Sources;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A key of the configuration. Those of the sources are declared by the sources.
///
/// @param path as in `gyotaku.yaml`
/// @param standard the value when nobody sets one; empty for none
/// @param meaning for people, one line
/// @param secret whether its value is never shown
record Key(String path, String standard, String meaning, boolean secret) {

    static final Key DNS_SERVERS =
            of("dns.servers", "", "DNS servers as host:port, a list; empty: those of the system");
    static final Key RDAP_BOOTSTRAP = of(
            "rdap.bootstrap",
            "https://data.iana.org/rdap/",
            "base URL of the IANA bootstrap files dns.json, ipv4.json, ipv6.json, asn.json");
    static final Key WHOIS_SERVER =
            of("whois.server", "", "host:port asked for every WHOIS query; empty: by referral from IANA");
    static final Key PRIVACY =
            of("privacy", "hosts", "what of a mail may leave in look-ups: none, hashes, hosts or urls");
    static final Key TRUST_HOSTS = of(
            "trust.hosts",
            "",
            "names of the recipient's own mail servers, a list; a name that starts with a dot stands for all below it");
    static final Key TRUST_SEALERS = of(
            "trust.sealers",
            "",
            "domains of forwarders whose ARC seals count, a list; what they recorded explains failures by forwarding");
    static final Key LOOKUP_THREADS = of("lookup.threads", "8", "look-ups at the same time for one mail");
    static final Key CAPTURE_ENABLED =
            of("capture.enabled", "false", "visit landing pages in a headless browser; the sites see the visit");
    static final Key CAPTURE_BROWSER =
            of("capture.browser", "", "path of Chromium; empty: chromium, chromium-browser or google-chrome");
    static final Key CAPTURE_PROXY =
            of("capture.proxy", "", "host:port of an upstream proxy for every connection to a page");
    static final Key CAPTURE_TIMEOUT = of("capture.timeout", "30s", "time for one page, 1s to 30s");
    static final Key RENDER_ENABLED = of(
            "render.enabled",
            "true",
            "make a picture of the mail's HTML by the browser, without scripts and without a network");
    static final Key YARA_RULES = of(
            "yara.rules",
            "",
            "file of YARA rules, or folder of .yar files, that files of a mail are matched against; needs yara");
    static final Key EVIDENCE_KEY = of(
            "evidence.key",
            "",
            "path of an Ed25519 private key (PEM, of openssl genpkey -algorithm ed25519) that signs every manifest");
    static final Key EVIDENCE_TSA =
            of("evidence.tsa", "", "URL of an RFC 3161 service that stamps every manifest with the time; not off-line");
    static final Key ARCHIVE_URL = of("archive.url", "", "JDBC URL of the case archive (kept for a later version)");
    static final Key ARCHIVE_DIR = of("archive.dir", "", "folder of the case archive (kept for a later version)");

    private static final List<Key> ALL = Stream.of(
                    Stream.of(DNS_SERVERS, RDAP_BOOTSTRAP, WHOIS_SERVER),
                    Sources.allSettings().stream().map(Key::of),
                    Stream.of(
                            PRIVACY,
                            TRUST_HOSTS,
                            TRUST_SEALERS,
                            LOOKUP_THREADS,
                            CAPTURE_ENABLED,
                            CAPTURE_BROWSER,
                            CAPTURE_PROXY,
                            CAPTURE_TIMEOUT,
                            RENDER_ENABLED,
                            YARA_RULES,
                            EVIDENCE_KEY,
                            EVIDENCE_TSA,
                            ARCHIVE_URL,
                            ARCHIVE_DIR))
            .flatMap(keys -> keys)
            .toList();

    private static Key of(String path, String standard, String meaning) {
        return new Key(path, standard, meaning, false);
    }

    static Key of(Setting setting) {
        boolean secret = setting.kind() == Setting.Kind.SECRET;
        return new Key(setting.path(), setting.standard(), setting.meaning(), secret);
    }

    /// Every key that the configuration knows.
    static List<Key> all() {
        return ALL;
    }

    /// As in the environment.
    String variable() {
        return "GYOTAKU_" + path.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    static boolean isKnown(String path) {
        int bracket = path.indexOf('[');
        String plain = bracket < 0 ? path : path.substring(0, bracket);
        return ALL.stream().anyMatch(key -> key.path.equals(plain));
    }
}
