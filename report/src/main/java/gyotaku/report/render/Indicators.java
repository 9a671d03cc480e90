package gyotaku.report.render;

import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Sha256;
import gyotaku.model.Visible;
import gyotaku.model.WebUrl;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Prints;
import gyotaku.model.mail.Trait;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What others can look for in their own logs: of the mail, and of the pages behind its links. Nothing of a mail that
/// is
/// not malicious, no legal domain of the brand, no service that anybody uses, and not the recipient's own side.
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
            "adobe.com",
            "bing.com",
            "wikipedia.org",
            "rakuten.co.jp",
            "telegram.org",
            "t.me",
            "lin.ee",
            "youtu.be",
            "linkedin.com",
            "tiktok.com",
            "baidu.com",
            "duckduckgo.com",
            "gstatic.com",
            "hcaptcha.com");

    /// Against pages of a thousand forms.
    private static final int PER_PAGE = 20;

    /// What files have that nobody needs to look for.
    private static final Set<Trait.Kind> OF_ANY_FILE = Set.of(
            Trait.Kind.LOOK,
            Trait.Kind.SIGNATURE,
            Trait.Kind.SIGNATURE_MATCHES,
            Trait.Kind.SIGNATURE_FAILS,
            Trait.Kind.SIGNATURE_UNCHECKED,
            Trait.Kind.ENCRYPTED,
            Trait.Kind.EMBEDDED_FILE,
            Trait.Kind.EMBEDDED_OBJECT);

    /// Against archives of a thousand scripts.
    private static final int INNER_FILES = 50;

    public enum Type {
        SENDER("email-src", "email-addr"),
        IP("ip-src", "ip"),
        LINK_IP("ip-dst", "ip"),
        DOMAIN("domain", "domain-name"),
        URL("url", "url"),
        FILE("sha256", "file"),
        CERTIFICATE("x509-fingerprint-sha256", "x509-certificate"),
        /// Often a copy of the brand's own picture: a lead to look for, nothing to block by.
        FAVICON("sha256", "file");

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

        boolean isHash() {
            return this == FILE || this == CERTIFICATE || this == FAVICON;
        }

        boolean isLead() {
            return this == FAVICON;
        }
    }

    public record Indicator(Type type, String value) implements Comparable<Indicator> {
        @Override
        public int compareTo(Indicator other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : value.compareTo(other.value);
        }
    }

    /// @param size in bytes
    record Content(Prints prints, long size) {}

    /// How one was found from another.
    ///
    /// @param how `redirects-to`, `posts-to`, `has-certificate`, `has-favicon`, `contains`
    public record Relation(Indicator from, String how, Indicator to) implements Comparable<Relation> {
        @Override
        public int compareTo(Relation other) {
            int byTo = to.compareTo(other.to);
            int byHow = byTo != 0 ? byTo : how.compareTo(other.how);
            return byHow != 0 ? byHow : from.compareTo(other.from);
        }
    }

    private final Case c;
    private final PublicSuffixes suffixes;
    private final Set<String> own;
    private final NavigableSet<Indicator> all = new TreeSet<>();
    private final Map<Indicator, Content> prints = new HashMap<>();
    private final NavigableSet<Relation> relations = new TreeSet<>();

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

    /// What else is known of a file of the mail.
    Optional<Content> content(Indicator file) {
        return Optional.ofNullable(prints.get(file));
    }

    public Collection<Relation> relations() {
        return relations;
    }

    Optional<Relation> relation(Indicator to) {
        return relations.stream().filter(it -> it.to().equals(to)).findFirst();
    }

    private void collect() {
        c.mail()
                .from()
                .filter(from -> from.domain().filter(this::foreign).isPresent() && !isRecipient(from))
                .ifPresent(from -> add(Type.SENDER, from.address()));
        c.mail().route().boundary().flatMap(Hop::ip).map(IpAddress::toString).ifPresent(ip -> add(Type.IP, ip));
        c.mail().links().stream().filter(link -> link.context().isFollowed()).forEach(this::link);
        c.mail().attachments().stream().filter(this::accused).forEach(this::file);
    }

    /// The file that a finding speaks of, and of those in it the ones that show something themselves: what every
    /// document of its kind holds would accuse the others.
    private void file(Attachment file) {
        Indicator outer = add(Type.FILE, file.sha256().hex());
        prints.put(outer, new Content(file.prints(), file.size()));
        file.opened().all().filter(Indicators::isTelling).limit(INNER_FILES).forEach(inside -> {
            Indicator inner = add(Type.FILE, inside.prints().sha256().hex());
            prints.put(inner, new Content(inside.prints(), inside.size()));
            relate(Optional.of(outer), "contains", Optional.of(inner));
        });
    }

    /// Of a file that was not unpacked whole the hashes are of something else.
    private static boolean isTelling(Inside file) {
        return switch (file.opened().state()) {
            case READ ->
                file.size() > 0
                        && file.opened().traits().stream().anyMatch(trait -> !OF_ANY_FILE.contains(trait.kind()));
            case BROKEN, LOCKED, NOT_LOOKED_INTO, FAILED -> false;
        };
    }

    private void link(Link link) {
        url(link.target());
        LinkFacts facts = c.facts().links().get(link.target().href());
        if (facts != null && link.target().domain().filter(this::spared).isEmpty()) {
            facts.landing().found().ifPresent(page -> page(link.target(), page));
        }
    }

    /// The URL as an indicator, unless its host is one that must not be named.
    private Optional<Indicator> url(WebUrl url) {
        Optional<DomainName> host = url.domain();
        boolean named = host.filter(this::foreign).isPresent();
        if (!url.isWeb() || !named && url.address().isEmpty()) {
            return Optional.empty();
        }
        host.ifPresent(name -> add(Type.DOMAIN, name.ascii()));
        url.address().ifPresent(ip -> add(Type.LINK_IP, ip.toString()));
        return Optional.of(add(Type.URL, url.href()));
    }

    private void page(WebUrl start, Landing page) {
        Optional<Indicator> from = known(start);
        for (WebUrl next : way(page)) {
            Optional<Indicator> to = url(next);
            relate(from, "redirects-to", to);
            from = to;
        }
        Optional<Indicator> last = from;
        page.otherAgent()
                .filter(Landing.Contrast::differs)
                .flatMap(other -> WebUrl.ofSerialised(other.url()))
                .filter(_ -> page.notice().isEmpty())
                .ifPresent(other -> relate(known(start), "redirects-to", url(other)));
        if (page.notice().isPresent()) {
            return;
        }
        page.forms().stream()
                .limit(PER_PAGE)
                .flatMap(form -> WebUrl.ofSerialised(form.action()).stream())
                .forEach(action -> relate(last, "posts-to", url(action)));
        if (last.isPresent()) {
            page.tls()
                    .filter(tls -> isOwn(tls, page))
                    .ifPresent(tls -> relate(last, "has-certificate", found(Type.CERTIFICATE, tls.certificate())));
            page.favicon()
                    .filter(icon -> !all.contains(new Indicator(Type.FILE, icon.hex())))
                    .ifPresent(icon -> relate(last, "has-favicon", found(Type.FAVICON, icon)));
        }
    }

    private Optional<Indicator> known(WebUrl url) {
        return Optional.of(new Indicator(Type.URL, url.href())).filter(all::contains);
    }

    private Optional<Indicator> found(Type type, Sha256 hash) {
        return Optional.of(add(type, hash.hex()));
    }

    /// The steps of the way. The page at its end is left out when it is a registrar's, a host's or a parking page.
    private static List<WebUrl> way(Landing page) {
        return Stream.concat(page.redirects().stream().limit(PER_PAGE).map(Landing.Redirect::to), Stream.of(page.url()))
                .distinct()
                .filter(it -> page.notice().isEmpty() || !it.equals(page.url()))
                .flatMap(it -> WebUrl.ofSerialised(it).stream())
                .toList();
    }

    /// Whether the certificate is for that site alone: one that a network shares among customers accuses others.
    private boolean isOwn(Landing.Tls tls, Landing page) {
        Optional<DomainName> site =
                WebUrl.ofSerialised(page.url()).flatMap(WebUrl::domain).map(suffixes::registrable);
        return !tls.names().isEmpty()
                && tls.names().stream()
                        .flatMap(name -> DomainName.of(name.startsWith("*.") ? name.substring(2) : name).stream())
                        .allMatch(name -> site.filter(name::within).isPresent());
    }

    private void relate(Optional<Indicator> from, String how, Optional<Indicator> to) {
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            relations.add(new Relation(from.get(), how, to.get()));
        }
    }

    private boolean accused(Attachment file) {
        return c.analysis().findings().stream()
                .filter(finding -> finding.polarity() == Finding.Polarity.FOR)
                .flatMap(finding -> finding.evidence().stream())
                .anyMatch(evidence -> evidence instanceof Evidence.InSample seen
                        && seen.kind().equals("attachment")
                        && seen.span().equals(file.span()));
    }

    private boolean foreign(DomainName name) {
        return !COMMON.contains(suffixes.registrable(name).ascii()) && !spared(name);
    }

    /// The brand's own domains and the recipient's.
    private boolean spared(DomainName name) {
        return own.contains(suffixes.registrable(name).ascii())
                || c.analysis().brand().stream()
                        .flatMap(brand -> brand.official().stream())
                        .anyMatch(official -> !official.isBlank() && name.within(new DomainName(official)));
    }

    private boolean isRecipient(Mailbox from) {
        return c.mail().recipients().stream().anyMatch(from::sameAddress);
    }

    private Indicator add(Type type, String value) {
        Indicator indicator = new Indicator(type, value);
        all.add(indicator);
        return indicator;
    }

    /// RFC 4180; a cell that a spreadsheet would take for a formula starts with an apostrophe.
    public byte[] csv() {
        StringBuilder out = new StringBuilder("type,value,first_seen,case,relation,related\r\n");
        String seen = c.mail().receivedAt().map(at -> at.toInstant().toString()).orElse("");
        for (Indicator it : all) {
            Optional<Relation> relation = relation(it);
            out.append(Stream.of(
                                    it.type().misp(),
                                    it.value(),
                                    seen,
                                    c.id(),
                                    relation.map(Relation::how).orElse(""),
                                    relation.map(of -> of.from().value()).orElse(""))
                            .map(Indicators::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
            content(it).ifPresent(content -> other(out, it, content.prints(), seen));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The same file by its other hashes.
    private void other(StringBuilder out, Indicator file, Prints known, String seen) {
        Map<String, String> hashes = new TreeMap<>(Map.of("md5", known.md5(), "ssdeep", known.ssdeep()));
        hashes.forEach((type, value) -> {
            if (!value.isEmpty()) {
                out.append(Stream.of(type, value, seen, c.id(), "same-file", file.value())
                                .map(Indicators::cell)
                                .collect(Collectors.joining(",")))
                        .append("\r\n");
            }
        });
    }

    static String cell(String value) {
        String plain = Visible.of(value);
        String safe = !plain.isEmpty() && "=+-@|%".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
