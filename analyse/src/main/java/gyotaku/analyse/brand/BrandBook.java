package gyotaku.analyse.brand;

import gyotaku.analyse.brand.BrandMention.Place;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.finding.Authentication;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The brands that phishing names most, one file of `brands/` each.
public final class BrandBook {

    /// Against titles of a megabyte.
    private static final int TITLE = 500;

    /// Telephone numbers, account numbers and wallets.
    private static final Pattern NUMBERS = Pattern.compile(
            "\\d{2,4}[-()‐－ ]{1,2}\\d{2,4}[-)‐－ ]\\d{3,4}|(?:普通|当座|口座番号)[^\\n]{0,6}\\d{6,8}|bitcoin|BTC|ビットコイン");

    /// Against a text of a megabyte in one line: what stands in a longer one is taken for a number.
    private static final int LONGEST_LINE = 1000;

    /// An address of the web as a value inside a link.
    private static final Pattern ONWARD =
            Pattern.compile("[=/](?:https?)(?::|%3A|%253A)(?:/|%)", Pattern.CASE_INSENSITIVE);

    private final List<BrandEntry> brands;
    private final Named named;
    private final HostNames hosts;

    public BrandBook(List<BrandEntry> brands) {
        this.brands = List.copyOf(brands);
        this.named = new Named(this.brands);
        this.hosts = new HostNames(this.brands);
    }

    private static final class Bundled {
        static final BrandBook BOOK = new BrandBook(KnowledgeFolder.readBefore("sources", "brands", BrandEntry::of));
    }

    /// The one that comes with the program, read at first use.
    public static BrandBook bundled() {
        return Bundled.BOOK;
    }

    public List<BrandEntry> brands() {
        return brands;
    }

    /// The brands that a text names, such as the title of a page, in the order of the text.
    public List<BrandEntry> named(String text) {
        String start = text.length() > TITLE ? text.substring(0, TITLE) : text;
        return Stream.concat(
                        named.alone(start).stream(), named.in(start).stream().map(Named.Name::brand))
                .distinct()
                .toList();
    }

    public Optional<BrandEntry> brand(String id) {
        return brands.stream().filter(brand -> brand.id().equals(id)).findFirst();
    }

    /// The brand in whose name a mail speaks, truly or not; none when it only talks about brands, as news, warnings and
    /// shops that name the cards they take.
    public Optional<BrandMention> mention(Wording wording, Authentication authentication, PublicSuffixes suffixes) {
        List<Sighting> sightings =
                Sightings.strongestFirst(new Sightings(wording, brands, named, hosts, suffixes).look());
        Optional<DomainName> from = wording.mail().from().flatMap(Mailbox::domain);
        Optional<BrandEntry> own = from.flatMap(domain -> sender(domain, sightings));
        boolean genuine = own.isPresent()
                && from.filter(domain ->
                                isBelieved(own.get(), new Standing(authentication, domain, suffixes), wording.mail()))
                        .isPresent();
        Optional<Sighting> posed = sightings.stream()
                .filter(seen -> from.filter(seen.brand()::sendsFrom).isEmpty())
                .filter(seen -> own.isEmpty() || isOtherName(seen, own.get(), sightings))
                .filter(seen -> poses(seen, wording.mail()))
                .findFirst();
        return posed.map(seen -> seen.mention(false))
                .or(() -> own.map(brand -> of(brand, sightings).mention(genuine)));
    }

    /// Whether a mail that bears the brand's own domain in From is taken for its own: nothing speaks against that; or
    /// something does, as when mail is forwarded, but it leads nowhere else, so that a forger would gain nothing.
    private static boolean isBelieved(BrandEntry brand, Standing standing, ParsedMail mail) {
        if (standing.contradicted()) {
            return staysAtHome(brand, mail);
        }
        boolean handedIn = !standing.confirmed()
                && standing.others().stream()
                        .anyMatch(domain -> !Mailers.bundled().send(domain));
        return !handedIn || !leadsOnlyToStrangers(brand, mail);
    }

    private static boolean leadsOnlyToStrangers(BrandEntry brand, ParsedMail mail) {
        List<DomainName> led = followed(mail)
                .flatMap(link -> link.target().domain().stream())
                .filter(domain -> !Mailers.bundled().count(domain.ascii()))
                .toList();
        return !led.isEmpty() && led.stream().noneMatch(brand::owns);
    }

    /// Every link leads to the brand itself, answers go there too, and nothing is attached; without a link, no number
    /// stands there to call or to pay to either.
    private static boolean staysAtHome(BrandEntry brand, ParsedMail mail) {
        boolean home = followed(mail).allMatch(link -> leadsTo(brand, link));
        boolean answers = mail.header("Reply-To").isEmpty()
                || !mail.replyTo().isEmpty()
                        && mail.replyTo().stream()
                                .allMatch(
                                        box -> box.domain().filter(brand::owns).isPresent());
        boolean told = followed(mail).findAny().isPresent()
                || mail.body().visible().lines().noneMatch(BrandBook::holdsNumber);
        return home
                && answers
                && told
                && mail.attachments().isEmpty()
                && mail.recognised().findAny().isEmpty();
    }

    private static boolean holdsNumber(String line) {
        return line.length() > LONGEST_LINE || NUMBERS.matcher(line).find();
    }

    /// Whether a link leads to a page that the brand itself puts up.
    public static boolean leadsTo(BrandEntry brand, Link link) {
        return link.target().domain().filter(brand::owns).isPresent() && !isAnybodys(link);
    }

    /// A page there need not be the brand's: others put it up, or the link leads on.
    private static boolean isAnybodys(Link link) {
        Hosts hosts = Hosts.bundled();
        String host = link.target().host();
        return Stream.of(
                                hosts.pageHosts(),
                                hosts.fileHosts(),
                                hosts.formServices(),
                                hosts.redirectors(),
                                hosts.shorteners())
                        .anyMatch(names -> Hosts.within(host, names))
                || ONWARD.matcher(link.target().href()).find();
    }

    private static Stream<Link> followed(ParsedMail mail) {
        return mail.links().stream()
                .filter(link -> link.context().isFollowed() && link.target().isWeb());
    }

    /// The same, folding the mail's words first.
    public Optional<BrandMention> mention(ParsedMail mail, Authentication authentication, PublicSuffixes suffixes) {
        return mention(Wording.of(mail), authentication, suffixes);
    }

    /// Of the brands that send from there, the one that the mail names most.
    private Optional<BrandEntry> sender(DomainName from, List<Sighting> sightings) {
        return sightings.stream()
                .map(Sighting::brand)
                .filter(brand -> brand.sendsFrom(from))
                .findFirst()
                .or(() -> brands.stream()
                        .filter(brand -> brand.owns(from) && brand.sendsFrom(from))
                        .findFirst());
    }

    private static Sighting of(BrandEntry brand, List<Sighting> sightings) {
        return sightings.stream()
                .filter(seen -> seen.brand().id().equals(brand.id()))
                .findFirst()
                .orElseGet(() -> new Sighting(brand));
    }

    /// A brand's own server sends under the name of another brand: the sender's name counts then, not his words.
    private static boolean isOtherName(Sighting seen, BrandEntry own, List<Sighting> sightings) {
        return seen.isAt(Place.DISPLAY_NAME)
                && !seen.brand().id().equals(own.id())
                && !of(own, sightings).isAt(Place.DISPLAY_NAME);
    }

    private static boolean poses(Sighting seen, ParsedMail mail) {
        boolean talk = isTalk(mail);
        boolean spoken = !talk || (Quotation.isIn(mail) ? seen.isBySender() : seen.isInAddresses());
        return seen.isClaim() && spoken && (seen.isBySenderOrHost() || leadsOutside(mail, seen.brand()));
    }

    /// Mailing lists, answers and forwarded mails talk about brands.
    private static boolean isTalk(ParsedMail mail) {
        String subject = mail.subject().strip().toLowerCase(Locale.ROOT);
        return mail.header("List-Id").isPresent()
                || mail.header("List-Post").isPresent()
                || List.of("re:", "fw:", "fwd:", "aw:", "wg:", "転送:").stream().anyMatch(subject::startsWith);
    }

    private static boolean leadsOutside(ParsedMail mail, BrandEntry brand) {
        return followed(mail)
                .anyMatch(link -> link.target().domain().filter(brand::owns).isEmpty());
    }
}
