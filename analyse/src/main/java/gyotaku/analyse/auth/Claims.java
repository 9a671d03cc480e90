package gyotaku.analyse.auth;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What headers say that somebody found: who wrote them, and whether that can be believed.
///
/// A sender can put any Authentication-Results into his mail. One is believed (`STAMPED`) when its authserv-id
/// belongs to the servers that wrote the trusted Received lines, and
/// - it stands above the boundary's Received line, where only the receiving side writes, or
/// - it stands directly below that line, with no other Received line between, and none with that id stands
///   above: a milter of the boundary's server puts it there, since it adds its fields before the line itself is
///   written. If the receiving side stamped nothing, one that the sender planted at that place cannot be told
///   from it.
///
/// Of several with the same id that speak of the same method only the topmost counts; the others were there
/// before. An entry in which words of the sender may have become words of the server ([Flaw#isHiding]) is not
/// believed either.
///
/// One is planted when it names a server of the receiving side, whose own is known to stand where it belongs,
/// and stands itself where only the sending side can have written it: with another Received line between it and
/// the boundary, or directly below the boundary and at odds with what the same id states above. Where the
/// receiving side stamped nothing at its place nothing can be told: milters and Exim's `add_header` append
/// fields at the end. Nor where the mail was here before and brings along what was stamped then: an ARC set,
/// the mail of a list, one whose From is proven, one that by a lower Received line passed the same house (one
/// tenant of a provider writing to another).
final class Claims {

    /// Against a mail of nothing but such headers.
    private static final int MOST_HEADERS = 50;
    /// Names under which one provider runs its mail servers.
    private static final List<Set<String>> HOUSES = List.of(
            Set.of("icloud.com", "me.com", "mac.com", "apple.com"),
            Set.of("outlook.com", "office365.com", "microsoft.com", "hotmail.com"),
            Set.of("google.com", "gmail.com", "googlemail.com"),
            Set.of("nifty.com", "nifty.ne.jp"));
    private static final String MICROSOFT = "outlook.com";

    private final ParsedMail mail;
    private final PublicSuffixes suffixes;
    private final Set<String> houses = new TreeSet<>();
    private final int boundary;
    private final Set<String> housesBefore = new TreeSet<>();
    private final Set<String> above = new HashSet<>();
    private final Set<String> stampedNames = new HashSet<>();
    private final Set<String> spoken = new HashSet<>();
    private final Set<String> stated = new HashSet<>();

    private Claims(ParsedMail mail, PublicSuffixes suffixes) {
        this.mail = mail;
        this.suffixes = suffixes;
        this.boundary = mail.route().boundary().map(this::position).orElse(-1);
        mail.route().hops().stream()
                .filter(hop -> hop.standing() != Hop.Standing.CLAIMED)
                .forEach(hop -> houses.addAll(house(hop.by())));
        mail.route().hops().stream()
                .filter(hop -> hop.standing() == Hop.Standing.CLAIMED)
                .forEach(hop -> housesBefore.addAll(house(hop.by())));
    }

    private int position(Hop hop) {
        List<Header> headers = mail.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).span().equals(hop.span())) {
                return i;
            }
        }
        return -1;
    }

    static List<AuthClaim> of(ParsedMail mail, PublicSuffixes suffixes) {
        return new Claims(mail, suffixes).all();
    }

    private List<AuthClaim> all() {
        List<AuthClaim> claims = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < mail.headers().size() && read < MOST_HEADERS; i++) {
            Header header = mail.headers().get(i);
            Optional<ResultHeader> results = read(header);
            if (results.isPresent()) {
                read++;
                claims.addAll(claims(header, results.get(), i));
            }
        }
        return isListMail() || isProven(claims)
                ? claims.stream().map(claim -> withPlanted(claim, false)).toList()
                : claims;
    }

    private static Optional<ResultHeader> read(Header header) {
        boolean encoded = header.body().stripLeading().startsWith("=?");
        String body = encoded ? header.value() : header.body();
        Optional<ResultHeader> results = switch (name(header)) {
            case "authentication-results" -> Optional.of(ResultHeader.authenticationResults(body));
            case "arc-authentication-results" -> Optional.of(ResultHeader.arc(body));
            case "received-spf" -> Optional.of(ResultHeader.receivedSpf(body));
            default -> Optional.empty();
        };
        return encoded ? results.map(ResultHeader::encoded) : results;
    }

    /// One server may well write two Received-SPF that differ: one about the HELO name, one about the sender.
    private List<AuthClaim> claims(Header header, ResultHeader results, int position) {
        boolean believed = isBelieved(header, results.by(), position);
        List<AuthClaim> claims = new ArrayList<>();
        Set<String> now = new HashSet<>();
        boolean low = position > boundary && isPlaceKnown(header, results.by());
        boolean behind = low && !believed && !isBesideBoundary(position);
        boolean once = !header.is("Received-SPF");
        for (ResultHeader.Statement statement : results.statements()) {
            if (Vocabulary.isKept(statement.method())) {
                String key = key(header, results.by(), statement.method());
                boolean first = !spoken.contains(key);
                boolean contradicts = low && once && !first && !stated.contains(key + " " + statement.result());
                now.add(key);
                stated.add(key + " " + statement.result());
                Trust trust = believed && first && !results.isHiding(statement) ? Trust.STAMPED : Trust.CLAIMED;
                claims.add(claim(header, results, statement, trust, behind || contradicts));
            }
        }
        if (claims.stream().anyMatch(AuthClaim::planted)) {
            claims.replaceAll(claim -> withPlanted(claim, true));
        }
        spoken.addAll(now);
        if (believed) {
            stampedNames.add(name(header));
        }
        if (results.statements().isEmpty() && !results.flaws().isEmpty()) {
            claims.add(claim(header, results, ResultHeader.Statement.NOTHING, Trust.CLAIMED, behind));
        }
        return claims;
    }

    private static AuthClaim claim(
            Header header, ResultHeader results, ResultHeader.Statement statement, Trust trust, boolean planted) {
        return new AuthClaim(
                statement.method(),
                statement.result(),
                results.by(),
                statement.domain(),
                statement.detail(),
                trust,
                planted,
                results.malformed(statement),
                header.evidence(trust));
    }

    /// Whether that server is one of the receiving side whose fields of that name stand elsewhere.
    private boolean isPlaceKnown(Header header, String by) {
        return boundary >= 0
                && !by.isEmpty()
                && isOfReceiver(by)
                && stampedNames.contains(name(header))
                && !header.is("ARC-Authentication-Results")
                && house(by).stream().noneMatch(housesBefore::contains);
    }

    private boolean isListMail() {
        return mail.header("List-Id").or(() -> mail.header("List-Unsubscribe")).isPresent();
    }

    private boolean isProven(List<AuthClaim> claims) {
        Set<String> from = mail.from()
                .flatMap(Mailbox::domain)
                .map(domain -> registered(domain.ascii()))
                .orElse(Set.of());
        return claims.stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.result().equals("pass"))
                .anyMatch(claim -> registered(claim.domain()).stream().anyMatch(from::contains));
    }

    /// Whoever planted one statement of a header wrote all of it; what is brought along was not planted.
    private static AuthClaim withPlanted(AuthClaim claim, boolean planted) {
        return new AuthClaim(
                claim.method(),
                claim.result(),
                claim.by(),
                claim.domain(),
                claim.detail(),
                claim.trust(),
                planted,
                claim.malformed(),
                claim.evidence());
    }

    private static String key(Header header, String by, String method) {
        return name(header) + " " + by + " " + method;
    }

    private static String name(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }

    private boolean isBelieved(Header header, String by, int position) {
        if (boundary < 0 || !isOfReceiver(by)) {
            return false;
        }
        String key = key(header, by, "");
        if (position < boundary) {
            above.add(key);
            return true;
        }
        return !above.contains(key) && isBesideBoundary(position);
    }

    private boolean isBesideBoundary(int position) {
        return mail.headers().subList(boundary + 1, position).stream().noneMatch(header -> header.is("Received"));
    }

    private boolean isOfReceiver(String by) {
        return by.isEmpty() ? houses.contains(MICROSOFT) : house(by).stream().anyMatch(houses::contains);
    }

    /// The registered domain of a host, with the others of the same house.
    private Set<String> house(String host) {
        Set<String> names = new TreeSet<>(registered(host));
        HOUSES.stream()
                .filter(house -> house.stream().anyMatch(names::contains))
                .forEach(names::addAll);
        return names;
    }

    /// None for what is no host name.
    private Set<String> registered(String host) {
        return Stream.of(host)
                .filter(name -> name.length() > 1 && name.length() <= 253 && name.indexOf('.') > 0)
                .filter(name -> name.chars().anyMatch(Character::isLetter) && name.indexOf(':') < 0)
                .map(name -> suffixes.registrable(new DomainName(name)).ascii())
                .collect(Collectors.toSet());
    }
}
