package gyotaku.report.render;

import gyotaku.model.DomainName;
import gyotaku.model.IpAddress;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Visible;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What others can look for in their own logs. Nothing of a mail that is not malicious, no legal domain of the brand,
/// no
/// service that anybody uses, and not the recipient's own side.
public final class Indicators {

    /// Services whose hosts carry good and bad alike: named as indicators they would block the good.
    private static final Set<String> COMMON = Set.of(
            "google.com",
            "googleapis.com",
            "gmail.com",
            "translate.goog",
            "outlook.com",
            "office.com",
            "microsoft.com",
            "live.com",
            "apple.com",
            "icloud.com",
            "amazon.com",
            "amazon.co.jp",
            "amazonaws.com",
            "yahoo.co.jp",
            "yahoo.com",
            "facebook.com",
            "x.com",
            "twitter.com",
            "instagram.com",
            "line.me",
            "youtube.com",
            "w3.org",
            "bit.ly",
            "t.co",
            "tinyurl.com",
            "is.gd",
            "urldefense.com",
            "proofpoint.com",
            "cloudflare.com",
            "sendgrid.net",
            "googleusercontent.com",
            "windows.net",
            "dropbox.com",
            "github.com",
            "paypal.com",
            "adobe.com");

    public enum Type {
        SENDER("email-src", "email-addr"),
        IP("ip-src", "ip"),
        LINK_IP("ip-dst", "ip"),
        DOMAIN("domain", "domain-name"),
        URL("url", "url"),
        FILE("sha256", "file");

        private final String misp;
        private final String stix;

        Type(String misp, String stix) {
            this.misp = misp;
            this.stix = stix;
        }

        String misp() {
            return misp;
        }

        String stix() {
            return stix;
        }
    }

    public record Indicator(Type type, String value) implements Comparable<Indicator> {
        @Override
        public int compareTo(Indicator other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : value.compareTo(other.value);
        }
    }

    private final Case c;
    private final PublicSuffixes suffixes;
    private final Set<String> own;
    private final SortedSet<Indicator> all = new TreeSet<>();

    private Indicators(Case c, PublicSuffixes suffixes) {
        this.c = c;
        this.suffixes = suffixes;
        this.own = c.mail().recipients().stream()
                .flatMap(box -> box.domain().stream())
                .map(name -> suffixes.registrable(name).ascii())
                .collect(Collectors.toSet());
    }

    public static Indicators of(Case c, PublicSuffixes suffixes) {
        Indicators indicators = new Indicators(c, suffixes);
        if (malicious(c.analysis().verdict().kind())) {
            indicators.collect();
        }
        return indicators;
    }

    static boolean malicious(Verdict.Kind kind) {
        return switch (kind) {
            case PHISHING, SCAM, MALWARE -> true;
            case SPAM, SUSPICIOUS, BENIGN -> false;
        };
    }

    public Collection<Indicator> all() {
        return all;
    }

    private void collect() {
        c.mail()
                .from()
                .filter(from -> from.domain().filter(this::foreign).isPresent() && !isRecipient(from))
                .ifPresent(from -> add(Type.SENDER, from.address()));
        c.mail().route().boundary().flatMap(Hop::ip).map(IpAddress::toString).ifPresent(ip -> add(Type.IP, ip));
        c.mail().links().stream().filter(link -> link.context().isFollowed()).forEach(this::link);
        c.mail().attachments().stream()
                .filter(this::accused)
                .forEach(file -> add(Type.FILE, file.sha256().hex()));
    }

    private void link(Link link) {
        Optional<DomainName> host = link.target().domain();
        boolean named = host.filter(this::foreign).isPresent();
        if (!link.target().isWeb() || !named && link.target().address().isEmpty()) {
            return;
        }
        add(Type.URL, link.target().href());
        host.ifPresent(name -> add(Type.DOMAIN, name.ascii()));
        link.target().address().ifPresent(ip -> add(Type.LINK_IP, ip.toString()));
    }

    private boolean accused(Attachment file) {
        return c.analysis().findings().stream()
                .anyMatch(finding -> finding.evidence().contains(file.evidence()));
    }

    private boolean foreign(DomainName name) {
        String registered = suffixes.registrable(name).ascii();
        return !COMMON.contains(registered)
                && c.analysis().brand().stream()
                        .flatMap(brand -> brand.official().stream())
                        .noneMatch(official -> !official.isBlank() && name.within(new DomainName(official)))
                && !own.contains(registered);
    }

    private boolean isRecipient(Mailbox from) {
        return c.mail().recipients().stream().anyMatch(from::sameAddress);
    }

    private void add(Type type, String value) {
        all.add(new Indicator(type, value));
    }

    /// RFC 4180; a cell that a spreadsheet would take for a formula starts with an apostrophe.
    public byte[] csv() {
        StringBuilder out = new StringBuilder("type,value,first_seen,case\r\n");
        String seen = c.mail().receivedAt().map(at -> at.toInstant().toString()).orElse("");
        for (Indicator it : all) {
            out.append(String.join(",", List.of(cell(it.type().misp()), cell(it.value()), cell(seen), cell(c.id()))))
                    .append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(String value) {
        String plain = Visible.of(value);
        String safe = !plain.isEmpty() && "=+-@|%".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
