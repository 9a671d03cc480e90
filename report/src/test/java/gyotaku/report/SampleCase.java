package gyotaku.report;

import gyotaku.model.ByteSpan;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.WebUrl;
import gyotaku.model.Why;
import gyotaku.model.fact.Bimi;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.model.fact.Registration;
import gyotaku.model.fact.Reputation;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Polarity;
import gyotaku.model.finding.Finding.Severity;
import gyotaku.model.finding.Purpose;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Prints;
import gyotaku.model.mail.Route;
import gyotaku.model.mail.Source;
import gyotaku.model.mail.Unseen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A case built by hand: a mail that poses as an airline and what was found about it. Each string that a sender or
/// an outside server chooses passes `foreign`.
final class SampleCase {

    static final String RECIPIENT = "taro.yamada@example.co.jp";
    static final IpAddress SENDER_IP = IpAddress.parse("101.47.76.36").orElseThrow();
    static final IpAddress LINK_IP = IpAddress.parse("103.141.137.234").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-02-20T07:05:00Z");
    private static final String URL =
            "https://branchiish.aadkqlc.cn/amcmembr_Loginam/?u=dGFyby55YW1hZGFAZXhhbXBsZS5jby5qcA==";

    private final UnaryOperator<String> foreign;
    private final List<Header> headers = new ArrayList<>();
    private int at;

    private SampleCase(UnaryOperator<String> foreign) {
        this.foreign = foreign;
    }

    static Case airline() {
        return new SampleCase(value -> value).build(false);
    }

    static Case offline() {
        return new SampleCase(value -> value).build(true);
    }

    static Case with(UnaryOperator<String> foreign) {
        return new SampleCase(foreign).build(false);
    }

    /// The airline's mail with other files, forwarded or not.
    static Case with(List<Attachment> files, Optional<Forwarded> forwarded) {
        Case c = airline();
        ParsedMail m = c.mail();
        ParsedMail mail = new ParsedMail(
                m.source(),
                m.headers(),
                m.root(),
                m.authors(),
                m.replyTo(),
                m.envelope(),
                m.recipients(),
                m.subject(),
                m.marks(),
                m.date(),
                m.route(),
                m.body(),
                m.links(),
                files,
                m.pictures(),
                m.reporter(),
                forwarded,
                m.defects(),
                m.truncated());
        return new Case(c.sample(), c.size(), mail, c.facts(), c.analysis(), c.lookups(), c.left());
    }

    static Case benign() {
        Case c = airline();
        Analysis old = c.analysis();
        Finding aligned = new Finding(
                "spf-aligned",
                Family.AUTHENTICATION,
                Polarity.AGAINST,
                Severity.INFO,
                1.2,
                Text.of("SPF は送信者のドメインで合格しています。", "SPF passes for the sender's own domain."),
                old.authentication().spf().evidence());
        Verdict verdict = new Verdict(Verdict.Kind.BENIGN, Verdict.Level.NONE, 0.021, List.of(aligned), List.of());
        return new Case(
                c.sample(),
                c.size(),
                c.mail(),
                c.facts(),
                new Analysis(
                        old.authentication(),
                        Optional.empty(),
                        new Purpose(Purpose.Kind.NONE, List.of()),
                        List.of(aligned),
                        verdict),
                c.lookups(),
                c.left());
    }

    private Case build(boolean offline) {
        ParsedMail mail = mail();
        Facts facts = offline ? offlineFacts(mail) : facts();
        Analysis analysis = analysis(mail, facts);
        return new Case(
                Sha256.of("sample".getBytes(StandardCharsets.UTF_8)),
                4210,
                mail,
                facts,
                analysis,
                lookups(offline),
                "hosts");
    }

    private String f(String value) {
        return foreign.apply(value);
    }

    private Header header(String name, String value) {
        int start = at;
        at += name.length() + value.length() + 4;
        Header header = new Header(name, value, value, new ByteSpan(start, at - 2));
        headers.add(header);
        return header;
    }

    private ParsedMail mail() {
        header("Return-Path", f("<reportqsevxnk@kmnkw.cn>"));
        Header delivered = header("Delivered-To", RECIPIENT);
        Header inner = header("Received", "from mx.example.co.jp (localhost [127.0.0.1]) by store.example.co.jp");
        Header outer = header("Received", f("from unknown (HELO kmnkw.cn) (101.47.76.36)"));
        Header forged = header("Received", f("from mail.ana.co.jp by relay.kmnkw.cn"));
        header("Authentication-Results", f("mx.example.co.jp; spf=fail; dkim=none; dmarc=fail"));
        Header from = header("From", f("u2zckmmpc <reportqsevxnk@kmnkw.cn>"));
        header("To", RECIPIENT);
        header("Subject", f("[spam] 【ANA】今だけ最大5,000マイルをプレゼント!"));
        header("Date", "Fri, 20 Feb 2026 14:22:33 +0800");
        header("Message-ID", f("<20260220142233781526@kmnkw.cn>"));
        ByteSpan head = new ByteSpan(0, at);
        ByteSpan body = new ByteSpan(at + 2, at + 3000);
        String visible = f(
                "taro.yamada 様\n\nANAマイルの期限が切れます!\n現在の残高:68,336 マイル\n延長手続きを今すぐ行いましょう!\n\nマイル延長する\n\n詳しくは https://branchiish.aadkqlc.cn/help をご覧ください。\n\n【発行・編集】全日本空輸株式会社\nA STAR ALLIANCE MEMBER");
        Part root = new Part(
                "1",
                "text/html",
                "utf-8",
                "utf-8",
                "",
                "",
                "",
                headers,
                head,
                body,
                Sha256.of(visible.getBytes(StandardCharsets.UTF_8)),
                visible.length(),
                Optional.of(visible),
                List.of());
        Mailbox sender = new Mailbox(f("u2zckmmpc"), f("reportqsevxnk@kmnkw.cn"), from.span());
        return new ParsedMail(
                Source.of(new byte[0]),
                headers,
                root,
                List.of(sender),
                List.of(),
                Optional.of(new Mailbox(
                        "", f("reportqsevxnk@kmnkw.cn"), headers.getFirst().span())),
                List.of(new Mailbox("", RECIPIENT, delivered.span())),
                f("【ANA】今だけ最大5,000マイルをプレゼント!"),
                List.of("[spam]"),
                Optional.of(OffsetDateTime.parse("2026-02-20T14:22:33+08:00")),
                route(inner, outer, forged),
                new Body(visible, List.of(new Unseen(f("お問い合わせ番号 88213"), Unseen.How.COLOUR_OF_GROUND)), true, body),
                links(body),
                new SampleFiles(foreign, RECIPIENT).attachments(body),
                new SampleFiles(foreign, RECIPIENT).pictures(body),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private Route route(Header inner, Header outer, Header forged) {
        Hop store = hop(
                0,
                "localhost",
                "",
                "127.0.0.1",
                "store.example.co.jp",
                "2026-02-20T15:22:41+09:00",
                Hop.Standing.TRUSTED,
                inner);
        Hop boundary = hop(
                1,
                f("kmnkw.cn"),
                "",
                "101.47.76.36",
                "mx.example.co.jp",
                "2026-02-20T15:22:40+09:00",
                Hop.Standing.BOUNDARY,
                outer);
        Hop claimed = hop(
                2,
                f("mail.ana.co.jp"),
                "",
                "",
                f("relay.kmnkw.cn"),
                "2026-02-20T14:22:35+08:00",
                Hop.Standing.CLAIMED,
                forged);
        return new Route(
                List.of(store, boundary, claimed),
                Route.How.RECIPIENT_DOMAIN,
                Text.of(
                        "受信者のドメイン example.co.jp に属するサーバーの記録を、受信側のものとして扱いました。",
                        "Lines written by servers of the recipient's domain example.co.jp were taken for the receiving side's."));
    }

    private static Hop hop(
            int index, String helo, String rdns, String ip, String by, String at, Hop.Standing standing, Header line) {
        return new Hop(
                index,
                helo,
                rdns,
                IpAddress.parse(ip),
                by,
                "ESMTP",
                "4ZkT1k" + index,
                index == 1 ? RECIPIENT : "",
                Optional.of(OffsetDateTime.parse(at)),
                standing,
                line.span(),
                line.body() + (index == 1 ? " by mx.example.co.jp with SMTP id 4ZkT1k1 for <" + RECIPIENT + ">" : ""));
    }

    private List<Link> links(ByteSpan body) {
        WebUrl lure = url(URL, "branchiish.aadkqlc.cn", "/amcmembr_Loginam/", "u=dGFyby55YW1hZGFAZXhhbXBsZS5jby5qcA==");
        WebUrl own = url("https://www.ana.co.jp/privacy", "www.ana.co.jp", "/privacy", "");
        WebUrl pixel = url("https://t.aadkqlc.cn/o.gif?m=88213", "t.aadkqlc.cn", "/o.gif", "m=88213");
        WebUrl form = url("https://collect.aadkqlc.cn/save.php", "collect.aadkqlc.cn", "/save.php", "");
        WebUrl picture = url(
                "https://img.aadkqlc.cn/logo.png?r=taro.yamada%40example.co.jp",
                "img.aadkqlc.cn", "/logo.png", "r=taro.yamada%40example.co.jp");
        return List.of(
                new Link(
                        f("個人情報の取扱い"),
                        f(own.href()),
                        own,
                        List.of(),
                        Link.Context.ANCHOR,
                        "1",
                        "",
                        new ByteSpan(body.start() + 300, body.start() + 340)),
                new Link(
                        f("マイル延長する"),
                        f(lure.href()),
                        lure,
                        List.of(),
                        Link.Context.ANCHOR,
                        "1",
                        "",
                        new ByteSpan(body.start() + 100, body.start() + 180)),
                new Link(
                        f("ANA"),
                        f(picture.href()),
                        picture,
                        List.of(),
                        Link.Context.IMAGE,
                        "1",
                        "",
                        new ByteSpan(body.start() + 20, body.start() + 90)),
                new Link(
                        "",
                        f(pixel.href()),
                        pixel,
                        List.of(),
                        Link.Context.PIXEL,
                        "1",
                        "",
                        new ByteSpan(body.start() + 200, body.start() + 260)),
                new Link(
                        f("明細を確認する"),
                        f(form.href()),
                        form,
                        List.of(),
                        Link.Context.FILE,
                        "1.2",
                        f("請求書_taro.yamada様.zip › 請求書.html"),
                        new ByteSpan(body.end() + 100, body.end() + 5_000)));
    }

    private static WebUrl url(String href, String host, String path, String query) {
        return new WebUrl(href, "https", "", host, -1, path, query, "");
    }

    private static Evidence answer(String source, String subject, String said, Trust trust) {
        return new Evidence.Answered(
                source,
                subject,
                NOW.plusSeconds(3),
                Sha256.of((source + subject + said).getBytes(StandardCharsets.UTF_8)),
                said,
                trust);
    }

    private Facts facts() {
        TreeMap<IpAddress, IpFacts> ips = new TreeMap<>();
        ips.put(SENDER_IP, ip("101.47.76.36", Optional.empty(), "CN", "BYTE-NET", 150436, "BYTEPLUS", "SG"));
        ips.put(
                LINK_IP,
                ip(
                        "103.141.137.234",
                        Optional.of("103-141-137-234.static.cloud-futa.com"),
                        "HK",
                        "CLOUD-FUTA",
                        135330,
                        "ADCDATA.COM",
                        "HK"));
        TreeMap<DomainName, Lookup<Registration>> domains = new TreeMap<>();
        Lookup<Registration> sender = registration("kmnkw.cn", "2026-02-16T01:12:00Z");
        Lookup<Registration> lure = registration("aadkqlc.cn", "2026-02-18T02:12:00Z");
        domains.put(new DomainName("kmnkw.cn"), sender);
        domains.put(new DomainName("aadkqlc.cn"), lure);
        TreeMap<String, LinkFacts> links = new TreeMap<>();
        links.put(
                URL,
                new LinkFacts(
                        new Lookup.Found<>(
                                List.of(LINK_IP),
                                answer("dns", "A branchiish.aadkqlc.cn", "103.141.137.234", Trust.VERIFIED)),
                        Optional.of(new DomainName("aadkqlc.cn")),
                        lure,
                        reputation()));
        Bimi.Certificate mark = new Bimi.Certificate(
                f("ANA Rewards Ltd"), "Prior Use Mark", f("Any Authority"), List.of(f("kmnkw.cn")));
        String authority = "https://kmnkw.cn/mark.pem";
        Bimi bimi = new Bimi(
                new DomainName("kmnkw.cn"),
                "https://kmnkw.cn/ana.svg",
                authority,
                new Lookup.Found<>(mark, answer("bimi", authority, f("ANA Rewards Ltd"), Trust.CLAIMED)));
        Evidence published = answer("dns", "default._bimi.kmnkw.cn TXT", "v=BIMI1; l=…", Trust.VERIFIED);
        return new Facts(NOW, false, ips, domains, links, new Lookup.Found<>(bimi, published));
    }

    private List<Reputation> reputation() {
        return List.of(
                new Reputation(
                        "safebrowsing",
                        "Google Safe Browsing",
                        new Lookup.Found<>(
                                f("SOCIAL_ENGINEERING"),
                                answer("safebrowsing", URL, "SOCIAL_ENGINEERING", Trust.THIRD_PARTY))),
                new Reputation(
                        "urlhaus",
                        "URLhaus",
                        new Lookup.NotListed<>(
                                answer("urlhaus", "branchiish.aadkqlc.cn", "no results", Trust.THIRD_PARTY))),
                new Reputation("virustotal", "VirusTotal", Lookup.notAsked(Why.Reason.NO_KEY)),
                new Reputation(
                        "phishtank",
                        "PhishTank",
                        new Lookup.Failed<>(
                                Why.of(Why.Reason.TIMEOUT),
                                answer("phishtank", "branchiish.aadkqlc.cn", "", Trust.THIRD_PARTY))));
    }

    private IpFacts ip(
            String ip, Optional<String> ptr, String country, String name, long asn, String asName, String data) {
        Evidence reverse = answer("dns", "PTR " + ip, ptr.orElse("NXDOMAIN"), Trust.VERIFIED);
        Lookup<IpFacts.Reverse> reversed = ptr.<Lookup<IpFacts.Reverse>>map(it -> new Lookup.Found<>(
                        new IpFacts.Reverse(
                                f(it), new Lookup.Found<>(true, answer("dns", "A " + it, ip, Trust.VERIFIED))),
                        reverse))
                .orElseGet(() -> new Lookup.NotListed<>(reverse));
        return new IpFacts(
                reversed,
                new Lookup.Found<>(
                        new IpFacts.Network(
                                f(name),
                                ip + "/22",
                                country,
                                "",
                                f("abuse@" + name.toLowerCase(Locale.ROOT) + ".example")),
                        answer("rdap", "ip " + ip, name + " " + country, Trust.VERIFIED)),
                new Lookup.Found<>(
                        new IpFacts.Origin(data, asn, f(asName)),
                        answer("ipdata", ip, data + " AS" + asn, Trust.THIRD_PARTY)));
    }

    private Lookup<Registration> registration(String name, String at) {
        return new Lookup.Found<>(
                new Registration(
                        Optional.of(Instant.parse(at)),
                        ChronoUnit.SECONDS,
                        Optional.empty(),
                        f("Example Registrar Ltd"),
                        f("abuse@registrar.example"),
                        List.of(),
                        List.of("ok"),
                        "whois"),
                answer("whois", name, "Registration Time: " + at, Trust.VERIFIED));
    }

    private static Facts offlineFacts(ParsedMail mail) {
        IpFacts unasked = new IpFacts(
                Lookup.notAsked(Why.Reason.OFFLINE),
                Lookup.notAsked(Why.Reason.OFFLINE),
                Lookup.notAsked(Why.Reason.OFFLINE));
        TreeMap<IpAddress, IpFacts> ips = new TreeMap<>();
        ips.put(SENDER_IP, unasked);
        TreeMap<DomainName, Lookup<Registration>> domains = new TreeMap<>();
        domains.put(new DomainName("kmnkw.cn"), Lookup.notAsked(Why.Reason.OFFLINE));
        TreeMap<String, LinkFacts> links = new TreeMap<>();
        mail.links()
                .forEach(link -> links.put(
                        link.target().href(),
                        new LinkFacts(
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                Optional.of(new DomainName("aadkqlc.cn")),
                                Lookup.notAsked(Why.Reason.OFFLINE),
                                List.of(new Reputation(
                                        "safebrowsing",
                                        "Google Safe Browsing",
                                        Lookup.notAsked(Why.Reason.OFFLINE))))));
        return new Facts(NOW, true, ips, domains, links);
    }

    private static List<LookupEntry> lookups(boolean offline) {
        return List.of(new LookupEntry(
                "dns",
                "PTR 101.47.76.36",
                offline ? "not-asked" : "not-listed",
                offline ? "OFFLINE" : "",
                NOW,
                offline ? "" : "hosts"));
    }

    private Analysis analysis(ParsedMail mail, Facts facts) {
        Evidence spf = mail.route().boundary().orElseThrow().evidence();
        Evidence from = mail.header("From").orElseThrow().evidence(Trust.CLAIMED);
        Evidence book =
                new Evidence.Known("brands/ana", "https://www.ana.co.jp/", LocalDate.of(2026, 11, 24), "ana.co.jp");
        Evidence link = mail.links().get(1).evidence();
        Brand brand = new Brand(
                "ana",
                Text.of("全日本空輸(ANA)", "All Nippon Airways (ANA)"),
                "airline",
                List.of("ana.co.jp"),
                "https://www.ana.co.jp/",
                "https://www.ana.co.jp/ja/jp/topics/notice/",
                List.of(Text.of("メールでパスワードを尋ねることはありません。", "It never asks for a password by mail.")),
                List.of(from, book));
        Evidence registry = facts.domain(new DomainName("aadkqlc.cn")).seen().orElse(link);
        List<Finding> findings = List.of(
                finding(
                        "spf-refused",
                        Family.AUTHENTICATION,
                        Severity.HIGH,
                        2.4,
                        Text.of(
                                        "送信元 {0} は、送信ドメイン {1} が許可した送信元ではありません（SPF fail）。",
                                        "{0} is not allowed to send for {1} (SPF fail).")
                                .with("101.47.76.36", "kmnkw.cn"),
                        spf),
                finding(
                        "link-domain-this-week",
                        Family.AGE,
                        Severity.HIGH,
                        2.1,
                        Text.of(
                                        "誘導先ドメイン {0} は、受信の{1}日前に登録されたものです。",
                                        "The link's domain {0} was registered {1} days before receipt.")
                                .with("aadkqlc.cn", 2),
                        registry),
                finding(
                        "brand-without-domain",
                        Family.SENDER,
                        Severity.HIGH,
                        1.9,
                        Text.of("{0}を名乗っていますが、正規ドメイン {1} とは関係がありません。", "It poses as {0} but has no relation to {1}.")
                                .with(brand.name(), "ana.co.jp"),
                        from,
                        book),
                finding(
                        "attached-program",
                        Family.ATTACHMENT,
                        Severity.HIGH,
                        1.7,
                        Text.of(
                                "添付ファイルの中に、開くと動き出すマクロがあります。",
                                "A file that is attached holds a macro that runs when it is opened."),
                        mail.attachments().getFirst().evidence("AUTO_RUN")),
                finding(
                        "deadline-words",
                        Family.CONTENT,
                        Severity.MEDIUM,
                        0.8,
                        Text.of("本文が手続きを急がせています（{0}）。", "The text presses for haste ({0}).")
                                .with(f("今すぐ")),
                        new Evidence.InSample(
                                "text", mail.body().span(), mail.body().visible(), Trust.CLAIMED)),
                new Finding(
                        "official-link",
                        Family.LINK,
                        Polarity.AGAINST,
                        Severity.INFO,
                        0.3,
                        Text.of("正規ドメインへのリンクも含まれます。", "It also links to the legal domain."),
                        List.of(mail.links().getFirst().evidence())));
        Verdict verdict = new Verdict(
                Verdict.Kind.PHISHING, Verdict.Level.CRITICAL, 0.984, findings.subList(0, 3), findings.subList(0, 2));
        Evidence results = mail.header("Authentication-Results").orElseThrow().evidence(Trust.STAMPED);
        Authentication auth = Authentication.of(
                new AuthResult(
                        "fail",
                        "kmnkw.cn",
                        Text.of(
                                "v=spf1 ip4:192.0.2.1 -all のどの条件にも一致しません。",
                                "No mechanism of v=spf1 ip4:192.0.2.1 -all matches."),
                        List.of(spf)),
                new AuthResult("not-evaluated", "", Text.of("DNS に問い合わせていません。", "DNS was not asked."), List.of()),
                new AuthResult(
                        "none", "kmnkw.cn", Text.of("DMARC レコードがありません。", "There is no DMARC record."), List.of(from)),
                new AuthResult("not-evaluated", "", Text.of("DNS に問い合わせていません。", "DNS was not asked."), List.of()),
                List.of(
                        new AuthClaim("spf", f("fail"), f("mx.example.co.jp"), "kmnkw.cn", Trust.STAMPED, results),
                        new AuthClaim("dmarc", f("fail"), f("mx.example.co.jp"), "kmnkw.cn", Trust.STAMPED, results),
                        new AuthClaim(
                                "dmarc",
                                "pass",
                                f("mx.example.co.jp"),
                                f("ana.co.jp"),
                                "p=REJECT",
                                Trust.CLAIMED,
                                true,
                                List.of(),
                                from),
                        new AuthClaim(
                                "compauth",
                                f("perhaps"),
                                "",
                                "",
                                f("reason=001"),
                                Trust.STAMPED,
                                false,
                                List.of(
                                        Text.of("サーバー名がありません", "it names no server"),
                                        Text.of("規格にない結果の語です", "its result is a word that no standard knows")),
                                results)));
        return new Analysis(
                auth, Optional.of(brand), new Purpose(Purpose.Kind.CREDENTIALS, List.of(link)), findings, verdict);
    }

    private static Finding finding(
            String rule, Family family, Severity severity, double weight, Text text, Evidence... evidence) {
        return new Finding(rule, family, Polarity.FOR, severity, weight, text, List.of(evidence));
    }

    /// A file that the mail offers; not part of the airline's mail.
    static Attachment attachment(String name) {
        return new Attachment(
                name,
                "application/zip",
                "application/zip",
                new Prints(Sha256.of(new byte[] {1}), "55a54008ad1ba589aa210d2629c1df41", ""),
                1,
                "1.2",
                new ByteSpan(5000, 5400),
                Opened.notLookedInto());
    }
}
