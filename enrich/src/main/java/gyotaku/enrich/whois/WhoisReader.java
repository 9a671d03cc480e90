package gyotaku.enrich.whois;

import gyotaku.enrich.MailAddress;
import gyotaku.enrich.Reading;
import gyotaku.model.DomainName;
import gyotaku.model.fact.Registration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the registration out of a recorded WHOIS dialogue. What the registry says goes before the registrar's text.
public final class WhoisReader {

    /// Phrases stand at the head of an answer; further down stand terms of use.
    private static final int HEAD_LINES = 60;

    /// Against lists of a thousand servers or states.
    private static final int MOST = 50;

    private final DomainName asked;
    private final List<WhoisLines> texts;
    private final ZoneId zone;

    private WhoisReader(DomainName asked, List<WhoisLines> texts) {
        this.asked = asked;
        this.texts = texts;
        this.zone = Dialect.zone(asked.topLevel());
    }

    public static Reading<Registration> read(byte[] body, DomainName asked) {
        List<WhoisAnswer.Part> parts = WhoisAnswer.of(body).parts();
        if (parts.isEmpty()) {
            return Reading.unreadable("no WHOIS answer");
        }
        List<WhoisLines> texts =
                parts.stream().map(part -> WhoisLines.of(part.text())).toList();
        return new WhoisReader(asked, texts).registration();
    }

    private Reading<Registration> registration() {
        if (first(Dialect.DOMAIN).filter(this::isOther).isPresent()) {
            return Reading.unreadable("the answer is about another domain");
        }
        Optional<Moment> registered = moment(Dialect.REGISTERED);
        Registration read = new Registration(
                registered.map(Moment::at),
                registered.map(Moment::precision).orElse(ChronoUnit.SECONDS),
                moment(Dialect.EXPIRES).map(Moment::at),
                first(Dialect.REGISTRAR).orElse(""),
                values(Dialect.ABUSE)
                        .flatMap(text -> MailAddress.in(text).stream())
                        .findFirst()
                        .orElse(""),
                nameServers(),
                sorted(values(Dialect.STATUS)
                        .flatMap(text -> Stream.of(text.split(",")))
                        .map(text -> firstWord(text.strip()))),
                "whois");
        return saysNothing(read) ? withoutEntry(read) : new Reading.Says<>(read, excerpt(read));
    }

    private boolean isOther(String named) {
        String name = firstWord(named).toLowerCase(Locale.ROOT);
        return name.indexOf('.') > 0 && name.chars().allMatch(c -> c < 128) && !name.equals(asked.ascii());
    }

    private static boolean saysNothing(Registration read) {
        boolean free =
                read.status().stream().anyMatch(status -> Dialect.FREE.contains(status.toLowerCase(Locale.ROOT)));
        return free && read.registeredAt().isEmpty()
                || read.registeredAt().isEmpty()
                        && read.registrar().isEmpty()
                        && read.nameServers().isEmpty()
                        && read.status().isEmpty();
    }

    private Reading<Registration> withoutEntry(Registration read) {
        List<String> head = texts.stream()
                .flatMap(text -> text.lines().stream().limit(HEAD_LINES))
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!read.status().isEmpty()) {
            return new Reading.Nothing<>(String.join(", ", read.status()));
        }
        for (String line : head) {
            if (says(line, Dialect.LATER)) {
                return Reading.serverError(line);
            }
            if (says(line, Dialect.NO_MATCH)) {
                return new Reading.Nothing<>(line);
            }
        }
        return Reading.unreadable("no registration in the text");
    }

    private static boolean says(String line, List<String> phrases) {
        return phrases.stream().anyMatch(line::contains);
    }

    private String excerpt(Registration read) {
        return asked + " registration "
                + read.registeredAt().map(Object::toString).orElse("unknown") + " registrar " + read.registrar();
    }

    private Optional<String> first(Set<String> labels) {
        return values(labels).findFirst();
    }

    private Stream<String> values(Set<String> labels) {
        return texts.stream().flatMap(text -> text.all(labels).stream());
    }

    private Optional<Moment> moment(Set<String> labels) {
        return values(labels).flatMap(text -> Moment.read(text, zone).stream()).findFirst();
    }

    private List<String> nameServers() {
        return sorted(values(Dialect.NAME_SERVER)
                .map(text -> firstWord(text).toLowerCase(Locale.ROOT))
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .filter(name -> name.indexOf('.') > 0));
    }

    private static List<String> sorted(Stream<String> values) {
        return values.filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    /// `clientHold https://icann.org/…` means `clientHold`; `Not registered` stays whole.
    private static String firstWord(String text) {
        if (Dialect.FREE.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
