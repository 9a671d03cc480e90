package gyotaku.report;

import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.Contrast;
import gyotaku.model.fact.Landing.Field;
import gyotaku.model.fact.Landing.Form;
import gyotaku.model.fact.Landing.Means;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.fact.Landing.Redirect;
import gyotaku.model.fact.Landing.Resource;
import gyotaku.model.fact.Landing.State;
import gyotaku.model.fact.Landing.Tls;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Landing pages built by hand: what a visit to the airline mail's lure may have found.
final class SamplePages {

    static final String LURE = "https://branchiish.aadkqlc.cn/amcmembr_Loginam/?u=dGFyby55YW1hZGFAZXhhbXBsZS5jby5qcA==";
    static final String LOGIN = "https://login.ana-mileage.example/amc/?t=dGFyby55YW1hZGFAZXhhbXBsZS5jby5qcA==";
    private static final Instant VISITED = Instant.parse("2026-02-20T07:05:12Z");

    static final byte[] DESKTOP = resource("desktop.png");
    static final byte[] PHONE = resource("phone.png");

    private final UnaryOperator<String> foreign;

    SamplePages(UnaryOperator<String> foreign) {
        this.foreign = foreign;
    }

    /// The airline's mail, its lure visited: a false login behind two redirects.
    static Case phishing() {
        return with(SampleCase.airline(), new SamplePages(value -> value).found(login(value -> value)));
    }

    static Case hostile(UnaryOperator<String> foreign) {
        return with(SampleCase.with(foreign), new SamplePages(foreign).found(login(foreign)));
    }

    static Case with(Lookup<Landing> visit) {
        return with(SampleCase.airline(), visit);
    }

    static Case with(Landing page) {
        return with(SampleCase.airline(), new SamplePages(value -> value).found(page));
    }

    private static Case with(Case c, Lookup<Landing> visit) {
        TreeMap<String, LinkFacts> links = new TreeMap<>(c.facts().links());
        links.computeIfPresent(
                LURE,
                (_, old) -> new LinkFacts(old.addresses(), old.domain(), old.registration(), old.reputation(), visit));
        Facts old = c.facts();
        return new Case(
                c.sample(),
                c.size(),
                c.mail(),
                new Facts(old.at(), old.offline(), old.ips(), old.domains(), links, old.bimi()),
                asking(c.analysis(), visit),
                c.lookups(),
                c.left(),
                new TreeMap<>(Map.of(
                        Sha256.of(DESKTOP),
                        DESKTOP,
                        Sha256.of(PHONE),
                        PHONE,
                        hash("dom"),
                        bytes("<html>member</html>"))));
    }

    /// The aim is read from the page's forms where it has some.
    private static Analysis asking(Analysis old, Lookup<Landing> visit) {
        boolean asks = visit.found().filter(page -> !page.forms().isEmpty()).isPresent();
        Purpose purpose =
                asks ? new Purpose(Purpose.Kind.CARD, List.of(visit.seen().orElseThrow())) : old.purpose();
        return new Analysis(old.authentication(), old.brand(), purpose, old.findings(), old.verdict());
    }

    Lookup<Landing> found(Landing page) {
        return new Lookup.Found<>(page, evidence(foreign.apply(page.title())));
    }

    static Lookup<Landing> failed(Why.Reason reason) {
        return new Lookup.Failed<>(Why.of(reason), evidence(""));
    }

    static Evidence evidence(String excerpt) {
        return new Evidence.Answered("page", LURE, VISITED, hash("visit"), excerpt, Trust.VERIFIED);
    }

    static Sha256 hash(String what) {
        return Sha256.of(bytes(what));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = SamplePages.class.getResourceAsStream("/pages/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Landing login(UnaryOperator<String> f) {
        return new Landing(
                State.FORM,
                Means.BROWSER,
                200,
                List.of(
                        new Redirect("http", 302, LURE, f.apply("https://track.aadkqlc.cn/go")),
                        new Redirect("script", 0, f.apply("https://track.aadkqlc.cn/go"), f.apply(LOGIN))),
                f.apply(LOGIN),
                IpAddress.parse("198.51.100.7"),
                f.apply("ANAマイレージクラブ ログイン"),
                List.of(new Form(
                        f.apply("https://collect.example/in.php"),
                        "post",
                        List.of(
                                new Field("text", f.apply("member_no"), f.apply("お客様番号（10桁）"), f.apply("username")),
                                new Field("password", f.apply("pw"), f.apply("Webパスワード"), ""),
                                new Field("tel", f.apply("cardno"), f.apply("カード番号"), "cc-number"),
                                new Field("text", "cvv", f.apply("セキュリティコード"), "cc-csc"),
                                new Field("text", f.apply("misc"), f.apply("ご要望"), "")))),
                Optional.empty(),
                Optional.of(Sha256.of(DESKTOP)),
                Optional.of(Sha256.of(PHONE)),
                Optional.of(hash("favicon")),
                Optional.of(hash("dom")),
                Optional.of(hash("har")),
                Optional.of(tls(f, "")),
                Optional.of(new Contrast("iPhone Safari", State.FORM, 200, f.apply(LOGIN), f.apply("ログイン"), false)),
                List.of(new Resource(f.apply(LOGIN), "document", 200, 5120, Optional.of(hash("document")))),
                List.of());
    }

    /// A way that ends at another's page.
    static Landing sentTo(String away) {
        Landing page = login(value -> value);
        return new Landing(
                State.OK,
                page.means(),
                200,
                List.of(page.redirects().getFirst(), new Redirect("http", 302, "https://track.aadkqlc.cn/go", away)),
                away,
                page.address(),
                page.title(),
                List.of(),
                Optional.empty(),
                page.desktop(),
                page.phone(),
                page.favicon(),
                page.dom(),
                page.har(),
                Optional.of(tls(value -> value, "")),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// Behind a certificate that a network shares among its customers.
    static Landing shared() {
        Tls tls = tls(value -> value, "");
        return behind(new Tls(
                tls.subject(),
                tls.issuer(),
                List.of("login.ana-mileage.example", "*.bakery.example"),
                tls.notBefore(),
                tls.notAfter(),
                tls.protocol(),
                tls.fault(),
                tls.certificate()));
    }

    static Landing certified(String fault) {
        return behind(tls(value -> value, fault));
    }

    private static Landing behind(Tls tls) {
        Landing page = login(value -> value);
        return new Landing(
                page.state(),
                page.means(),
                page.status(),
                page.redirects(),
                page.url(),
                page.address(),
                page.title(),
                page.forms(),
                page.notice(),
                page.desktop(),
                page.phone(),
                page.favicon(),
                page.dom(),
                page.har(),
                Optional.of(tls),
                page.otherAgent(),
                page.resources(),
                page.cut());
    }

    static Tls tls(UnaryOperator<String> f, String fault) {
        return new Tls(
                f.apply("CN=login.ana-mileage.example"),
                f.apply("CN=R11, O=Let's Encrypt, C=US"),
                List.of(f.apply("login.ana-mileage.example")),
                Instant.parse("2026-02-19T01:00:00Z"),
                Instant.parse("2026-05-20T01:00:00Z"),
                "TLSv1.3",
                f.apply(fault),
                hash("certificate"));
    }

    /// A page without redirects, forms, pictures or certificate.
    static Landing bare(State state, int status, String title, Optional<Notice> notice, Optional<Contrast> other) {
        return new Landing(
                state,
                Means.PLAIN,
                status,
                List.of(),
                LURE,
                Optional.empty(),
                title,
                List.of(),
                notice,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                other,
                List.of(),
                List.of());
    }
}
