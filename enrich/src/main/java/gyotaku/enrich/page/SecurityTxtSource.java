package gyotaku.enrich.page;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.Dialer;
import gyotaku.enrich.egress.EgressProxy;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import gyotaku.model.fact.SecurityTxt;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `security.txt` of a site whose page was visited (RFC 9116 section 3); the subject is the registrable domain. It is
/// one more request to the site, so it goes the way of the visit and only where pages are visited.
@AutoService(Source.class)
public final class SecurityTxtSource implements Source {

    private static final String KEY = "security-txt";
    private static final String PATH = "/.well-known/security.txt";

    /// Against a site that serves a flood in place of a few lines.
    private static final int BYTES = 64 << 10;

    /// Against a file of a thousand contacts, which would bury the report.
    private static final int CONTACTS = 5;

    /// Against one contact that fills a page; it also leaves nothing but what a URI may hold (RFC 3986).
    private static final Pattern CONTACT =
            Pattern.compile("(?:mailto:|tel:|https://)[!-~]{1,200}", Pattern.CASE_INSENSITIVE);

    /// Kept back for closing down.
    private static final Duration RESERVE = Duration.ofMillis(200);

    public static Question question(DomainName domain) {
        return new Question(KEY, domain.ascii());
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "the site of a visited page").upTo(BYTES).kept(Duration.ZERO);
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.capture().enabled() ? Optional.empty() : Optional.of(Why.Reason.NOT_CONFIGURED);
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        Duration time = wire.terms().time();
        Dialer dialer = new Dialer(wire.guard(), wire.settings().capture().proxy(), time.dividedBy(2));
        long deadline = System.nanoTime() + time.minus(RESERVE).toNanos();
        try (EgressProxy proxy = EgressProxy.open(dialer)) {
            return new PlainLook(proxy, deadline, wire.files())
                    .text("https://" + subject + PATH, wire.terms().mostBytes());
        }
    }

    /// Nothing is listed when there is no such file, when a page stands in its place, or when it names other places
    /// than this domain as its own (RFC 9116 section 2.5.2).
    public static Reading<SecurityTxt> read(byte[] recorded, DomainName domain) {
        return HttpBody.readBytes(recorded, body -> file(new String(body, StandardCharsets.UTF_8), domain));
    }

    private static Reading<SecurityTxt> file(String text, DomainName domain) {
        if (text.stripLeading().startsWith("<")) {
            return new Reading.Nothing<>("a page in its place");
        }
        List<String> canonical = values(text, "canonical:").toList();
        if (!canonical.isEmpty() && canonical.stream().noneMatch(uri -> isOf(uri, domain))) {
            return new Reading.Nothing<>("Canonical names another site");
        }
        List<String> contacts = values(text, "contact:")
                .filter(value -> CONTACT.matcher(value).matches())
                .distinct()
                .limit(CONTACTS)
                .toList();
        if (contacts.isEmpty()) {
            return new Reading.Nothing<>("no Contact");
        }
        Optional<Instant> expires = values(text, "expires:").findFirst().flatMap(SecurityTxtSource::time);
        String until = expires.map(at -> ", Expires: " + at).orElse("");
        return new Reading.Says<>(
                new SecurityTxt(contacts, expires), "Contact: " + String.join(", Contact: ", contacts) + until);
    }

    /// Of all fields of that name (RFC 9116 section 2.3); their names are in any case.
    private static Stream<String> values(String text, String name) {
        return text.lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length()).strip());
    }

    private static boolean isOf(String uri, DomainName domain) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost())
                    .flatMap(DomainName::of)
                    .filter(host -> host.within(domain))
                    .isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<Instant> time(String value) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
