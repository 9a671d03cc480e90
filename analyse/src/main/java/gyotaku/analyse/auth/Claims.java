package gyotaku.analyse.auth;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.ParsedMail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What headers say that somebody found: who wrote them, and whether that can be believed.
///
/// A sender can put any Authentication-Results into his mail. One is believed (`STAMPED`) when its authserv-id belongs
/// to the servers that wrote the trusted Received lines, and
/// - it stands above the boundary's Received line, where only the receiving side writes, or
/// - it stands directly below that line, with no other Received line between, and none with that id stands above: a
///   milter of the boundary's server puts it there, since it adds its fields before the line itself is written.
///   If the receiving side stamped nothing, one that the sender planted at that place cannot be told from it.
///
/// Of several with the same id that speak of the same method only the topmost counts; the others were there before.
final class Claims {

    private static final Set<String> METHODS = Set.of("spf", "dkim", "dmarc", "arc");
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
    private final Set<String> above = new HashSet<>();
    private final Set<String> spoken = new HashSet<>();

    private Claims(ParsedMail mail, PublicSuffixes suffixes) {
        this.mail = mail;
        this.suffixes = suffixes;
        this.boundary = mail.route().boundary().map(this::position).orElse(-1);
        mail.route().hops().stream()
                .filter(hop -> hop.standing() != Hop.Standing.CLAIMED)
                .forEach(hop -> houses.addAll(house(hop.by())));
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
        return claims;
    }

    private static Optional<ResultHeader> read(Header header) {
        return switch (header.name().toLowerCase(Locale.ROOT)) {
            case "authentication-results" -> Optional.of(ResultHeader.authenticationResults(header.body()));
            case "arc-authentication-results" -> Optional.of(ResultHeader.arc(header.body()));
            case "received-spf" -> Optional.of(ResultHeader.receivedSpf(header.body()));
            default -> Optional.empty();
        };
    }

    private List<AuthClaim> claims(Header header, ResultHeader results, int position) {
        boolean believed = isBelieved(header, results.by(), position);
        List<AuthClaim> claims = new ArrayList<>();
        Set<String> now = new HashSet<>();
        for (ResultHeader.Statement statement : results.statements()) {
            if (METHODS.contains(statement.method())) {
                String key = key(header, results.by(), statement.method());
                now.add(key);
                Trust trust = believed && !spoken.contains(key) ? Trust.STAMPED : Trust.CLAIMED;
                claims.add(new AuthClaim(
                        statement.method(),
                        statement.result(),
                        results.by(),
                        statement.domain(),
                        trust,
                        header.evidence(trust)));
            }
        }
        spoken.addAll(now);
        return claims;
    }

    private static String key(Header header, String by, String method) {
        return header.name().toLowerCase(Locale.ROOT) + " " + by + " " + method;
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
        Set<String> names = new TreeSet<>();
        Stream.of(host)
                .filter(name -> name.length() > 1 && name.length() <= 253 && name.indexOf('.') > 0)
                .filter(name -> name.chars().anyMatch(Character::isLetter) && name.indexOf(':') < 0)
                .map(name -> suffixes.registrable(new DomainName(name)).ascii())
                .forEach(names::add);
        HOUSES.stream()
                .filter(house -> house.stream().anyMatch(names::contains))
                .forEach(names::addAll);
        return names;
    }

    /// Whether that host is one of those that wrote the trusted lines: a claim under such a name that is not believed
    /// was planted.
    static boolean isReceiverName(ParsedMail mail, PublicSuffixes suffixes, String by) {
        return !by.isEmpty() && new Claims(mail, suffixes).isOfReceiver(by);
    }
}
