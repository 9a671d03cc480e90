package gyotaku.report.mask;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.WebUrl;
import gyotaku.model.fact.Landing;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.AddressForms;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Chapter;
import gyotaku.report.block.Document;
import gyotaku.report.block.Rewriting;
import gyotaku.report.block.Statement;
import gyotaku.report.mask.Masked.Kind;
import gyotaku.report.render.Blocks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The report for publication: the recipient, those of a mail forwarded in the text and the reporter in every form they
/// are found, Message-IDs and tokens
/// are masked, link hosts partly. The sending IP stays.
public final class PublicTwin {

    /// Against mails to thousands: addresses beyond are masked by their plain form alone.
    private static final int IN_EVERY_FORM = 40;

    /// Local parts and names that are no person's.
    private static final Set<String> COMMON = Set.of(
            "info",
            "support",
            "admin",
            "contact",
            "sales",
            "mail",
            "office",
            "webmaster",
            "postmaster",
            "abuse",
            "undisclosed-recipients",
            "customer",
            "recipients",
            "お客様",
            "会員様",
            "各位");

    private final Needles needles = new Needles();
    private final Masked masked = new Masked();
    private final Set<String> ownDomains = new TreeSet<>();
    private final Set<String> ownAddresses = new TreeSet<>();
    private final Hosts hosts;
    private final Set<Sha256> telling;

    public PublicTwin(Case c, PublicSuffixes suffixes) {
        List<Mailbox> people = Stream.of(
                        c.mail().recipients().stream(),
                        c.mail().forwarded().stream()
                                .flatMap(inner -> Stream.concat(inner.to().stream(), inner.cc().stream())),
                        c.mail().reporter().stream())
                .flatMap(all -> all)
                .filter(box -> !box.address().isBlank())
                .toList();
        people.forEach(this::address);
        Stream.concat(
                        people.stream().skip(Math.max(IN_EVERY_FORM / 2, people.size() - IN_EVERY_FORM / 2)),
                        people.stream().limit(IN_EVERY_FORM / 2))
                .forEach(this::person);
        c.mail().headers().stream()
                .filter(header -> header.is("Message-ID") || header.is("In-Reply-To") || header.is("References"))
                .map(Header::body)
                .forEach(this::messageIds);
        c.mail().route().hops().stream()
                .map(Hop::id)
                .filter(id -> id.length() > 4)
                .forEach(id -> needles.addWord(id, Kind.MESSAGE_ID));
        hosts = new Hosts(links(c, suffixes));
        telling = telling(c);
    }

    private static Set<DomainName> links(Case c, PublicSuffixes suffixes) {
        Set<DomainName> official = c.analysis().brand().stream()
                .flatMap(brand -> brand.official().stream())
                .filter(name -> !name.isBlank())
                .map(DomainName::new)
                .collect(Collectors.toSet());
        return Stream.concat(
                        c.mail().links().stream().flatMap(link -> link.target().domain().stream()),
                        c.facts().links().values().stream()
                                .flatMap(facts -> facts.landing().found().stream())
                                .flatMap(PublicTwin::hosts))
                .map(suffixes::registrable)
                .filter(name -> official.stream().noneMatch(name::within))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Every host that the visit names.
    private static Stream<DomainName> hosts(Landing page) {
        Stream<String> urls = Stream.of(
                        Stream.of(page.url()),
                        page.redirects().stream().flatMap(step -> Stream.of(step.from(), step.to())),
                        page.forms().stream().map(Landing.Form::action),
                        page.otherAgent().stream().map(Landing.Contrast::url))
                .flatMap(all -> all);
        Stream<String> names = page.tls().stream()
                .flatMap(tls -> tls.names().stream())
                .map(name -> name.startsWith("*.") ? name.substring(2) : name);
        return Stream.concat(
                urls.flatMap(url -> WebUrl.ofSerialised(url).stream()).flatMap(url -> url.domain().stream()),
                names.flatMap(name -> DomainName.of(name).stream()));
    }

    private void address(Mailbox box) {
        ownAddresses.add(AddressForms.lower(box.address()));
        box.domain().ifPresent(domain -> ownDomains.add(domain.ascii()));
    }

    private void person(Mailbox box) {
        needles.addAll(AddressForms.of(box.address()), Kind.RECIPIENT);
        String local = AddressForms.lower(box.localPart());
        if (!COMMON.contains(local) && local.length() > 1) {
            if (local.length() > 4) {
                needles.addInTexts(local, Kind.RECIPIENT);
            } else {
                needles.addWord(local, Kind.RECIPIENT);
            }
        }
        String name = box.name().strip();
        if (name.length() > 1 && !COMMON.contains(AddressForms.lower(name))) {
            needles.addWord(name, Kind.RECIPIENT);
            needles.addWord(name.replace(" ", "").replace("　", ""), Kind.RECIPIENT);
        }
    }

    private void messageIds(String body) {
        for (int open = body.indexOf('<'); open >= 0; open = body.indexOf('<', open + 1)) {
            int at = body.indexOf('@', open);
            if (at > open + 1 && at - open < 500) {
                needles.addInTexts(body.substring(open + 1, at), Kind.MESSAGE_ID);
            }
        }
    }

    /// The masked document, with a chapter that tells what was masked.
    public Document of(Document document) {
        Document twin =
                new Rewriting(this::leaf, _ -> true, picture -> !telling.contains(picture.sha256())).of(document);
        return twin.labelled(Text.of("公開用", "for publication")).with(told());
    }

    /// One string of the report.
    String leaf(String text) {
        return hosts.mask(colleagues(needles.mask(Urls.mask(text, masked), masked)), masked);
    }

    private String colleagues(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = start(text, done, at);
            if (start < at && own(text, at) && !text.startsWith(Needles.STARS, start)) {
                boolean recipient = ownAddresses.contains(AddressForms.lower(text.substring(start, end(text, at))));
                masked.note(recipient ? Kind.RECIPIENT : Kind.COLLEAGUE, AddressForms.lower(text.substring(start, at)));
                out.append(text, done, start).append(Needles.STARS);
                done = at;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int start(String text, int from, int at) {
        int start = at;
        while (start > from && local(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String text, int at) {
        int end = at + 1;
        while (end < text.length() && local(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean local(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || ".!#$%&*+-/=?^_`{|}~".indexOf(c) >= 0;
    }

    private boolean own(String text, int at) {
        String domain = AddressForms.lower(text.substring(at + 1, end(text, at)));
        while (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        return ownDomains.contains(domain);
    }

    private Chapter told() {
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (masked.count(kind) > 0) {
                rows.add(new Row(
                        kind.label(),
                        List.of(Block.para(
                                new Statement.Fixed(Text.of("{0} 件", "{0}").with(masked.count(kind)))))));
            }
        }
        Block note = Block.para(Statement.fixed(
                "公開用に次のものを伏せ字（***）にしました。送信元IPアドレスは伏せていません。",
                "For publication the following was masked (***). The sending IP is not masked."));
        return new Chapter(
                "masked",
                Text.of("伏せ字にしたもの", "What was masked"),
                rows.isEmpty() ? List.of(note) : List.of(note, new Block.Rows(rows)));
    }

    /// The last look at a rendered page: what is masked wherever it stands must not be in it, however it got there.
    public byte[] guarded(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (int at = text.indexOf(Blocks.PICTURE); at >= 0; at = text.indexOf(Blocks.PICTURE, done)) {
            int end = text.indexOf('"', at);
            out.append(strict(text.substring(done, at))).append(text, at, end);
            done = end;
        }
        return out.append(strict(text.substring(done))).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String strict(String text) {
        return needles.remain(text) ? needles.strict(text) : text;
    }

    /// Pictures that may show who received the mail: of pages whose address carries something that may be a person's,
    /// whose DOM does, or whose DOM nobody can look into.
    private Set<Sha256> telling(Case c) {
        Set<Sha256> telling = new TreeSet<>();
        c.facts()
                .links()
                .forEach((href, facts) -> facts.landing()
                        .found()
                        .filter(page -> tells(href, page, c.stored()))
                        .ifPresent(page -> Stream.concat(page.desktop().stream(), page.phone().stream())
                                .forEach(telling::add)));
        c.facts()
                .rendering()
                .found()
                .filter(_ -> letterTells(c.mail()))
                .ifPresent(rendering -> Stream.concat(Stream.of(rendering.shown()), rendering.revealed().stream())
                        .forEach(picture -> telling.add(picture.sha256())));
        Stream.concat(c.mail().attachments().stream(), c.mail().pictures().stream())
                .map(Attachment::opened)
                .flatMap(opened -> Stream.concat(Stream.of(opened), opened.all().map(Inside::opened)))
                .filter(this::fileTells)
                .flatMap(opened -> opened.views().stream())
                .forEach(view -> telling.add(Sha256.of(view.png())));
        return telling;
    }

    /// A picture whose letters nobody read may show anything.
    private boolean fileTells(Opened opened) {
        return opened.texts().isEmpty()
                || Stream.of(
                                opened.texts().stream().map(Words::text),
                                opened.links().stream().map(Written::url),
                                opened.traits().stream().map(Trait::detail))
                        .flatMap(texts -> texts)
                        .anyMatch(needles::found);
    }

    /// What stands in the HTML may stand in its picture; so may what is read off the mail's own pictures.
    private boolean letterTells(ParsedMail mail) {
        return Stream.of(
                        Stream.of(mail.body().visible()),
                        mail.body().hidden().stream(),
                        mail.parts()
                                .filter(part -> part.type().equals("text/html"))
                                .flatMap(part -> part.text().stream()),
                        mail.pictures().stream()
                                .flatMap(picture -> picture.opened().texts().stream())
                                .map(Words::text))
                .flatMap(texts -> texts)
                .anyMatch(needles::found);
    }

    private boolean tells(String href, Landing page, Map<Sha256, byte[]> stored) {
        byte[] dom = page.dom()
                .flatMap(digest -> Optional.ofNullable(stored.get(digest)))
                .orElse(null);
        return dom == null
                || Stream.concat(
                                Stream.of(href, page.url()),
                                page.redirects().stream().map(Landing.Redirect::to))
                        .anyMatch(url -> Urls.carries(url) || needles.found(url))
                || needles.found(page.title())
                || needles.found(new String(dom, StandardCharsets.UTF_8));
    }
}
