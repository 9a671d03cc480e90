package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.Registration;
import gyotaku.model.mail.Hop;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When and by whom a domain was registered, and how old it was when the mail came.
final class Registrations {

    private static final Text NONE = Text.of("登録が見つかりません。", "No registration was found.");
    private static final long YOUNG_DAYS = 30;

    private Registrations() {}

    /// The date with the age at receipt.
    static Statement date(Brief brief, Lookup<Registration> lookup) {
        if (lookup instanceof Lookup.Found<Registration> found) {
            return found.value()
                    .registeredAt()
                    .map(at -> date(brief, found.value(), at, found.evidence()))
                    .orElseGet(() -> Statement.say(
                            found.evidence(),
                            Inline.words("登録はありますが、登録日が示されていません。", "It is registered, but the registry gives no date."),
                            Inline.badge(found.evidence().trust())));
        }
        return Telling.lookup(lookup, _ -> List.of(), NONE);
    }

    private static Statement date(Brief brief, Registration entry, Instant at, Evidence evidence) {
        List<Evidence> basis = new ArrayList<>(List.of(evidence));
        Inline day = new Told(Times.registered(entry, at));
        Optional<Hop> hop = brief.receivingHop();
        hop.ifPresent(it -> basis.add(it.evidence()));
        Inline told = hop.flatMap(Hop::at)
                .map(received -> aged(day, entry, at, received))
                .orElse(Inline.phrase("{0}（受信時刻が分からないため経過は不明）", "{0} (age unknown: no time of receipt)", day));
        return Statement.say(basis, told, source(entry), Inline.badge(evidence.trust()));
    }

    private static Inline aged(Inline day, Registration entry, Instant at, OffsetDateTime received) {
        return Inline.phrase("{0}（{1}）", "{0} ({1})", day, new Inline.Strong(Times.age(entry, at, received)));
    }

    private static Inline source(Registration entry) {
        return new Inline.Badge(Tone.QUIET, Text.same(entry.protocol().equals("rdap") ? "RDAP" : "WHOIS"));
    }

    static Optional<Statement> registrar(Brief brief, Lookup<Registration> lookup) {
        return lookup instanceof Lookup.Found<Registration> found
                        && !found.value().registrar().isEmpty()
                ? Optional.of(registrar(AbuseContacts.of(brief.c(), brief.suffixes()), found.value(), found.evidence()))
                : Optional.empty();
    }

    private static Statement registrar(AbuseContacts contacts, Registration entry, Evidence evidence) {
        return entry.abuseContact().isEmpty()
                ? Statement.say(evidence, Inline.foreign(entry.registrar()))
                : Statement.say(
                        evidence,
                        Inline.phrase(
                                "{0}（不正利用の連絡先：{1}）",
                                "{0} (abuse contact: {1})",
                                Inline.foreign(entry.registrar()),
                                contacts.shown(entry.abuseContact())));
    }

    /// What the age means; nothing when it is unknown.
    static Optional<Statement> comment(Brief brief, Lookup<Registration> lookup) {
        if (!(lookup instanceof Lookup.Found<Registration> found)) {
            return Optional.empty();
        }
        return brief.receivingHop()
                .flatMap(hop -> hop.at()
                        .flatMap(received -> found.value()
                                .registeredAt()
                                .map(at -> comment(
                                        found.value(), at, received, List.of(found.evidence(), hop.evidence())))));
    }

    private static Statement comment(Registration entry, Instant at, OffsetDateTime received, List<Evidence> basis) {
        Duration age = Duration.between(at, received.toInstant());
        Inline told = new Told(Times.age(entry, at, received));
        if (age.isNegative() && entry.precision() != ChronoUnit.DAYS) {
            return Statement.say(
                    basis,
                    Inline.words(
                            "登録日時が受信より後になっています。受信後に登録し直された可能性があります。",
                            "The date of registration lies after receipt: the domain may have been registered anew since."));
        }
        if (age.toDays() < YOUNG_DAYS) {
            return Statement.say(
                    basis,
                    Inline.phrase(
                            "ドメインの登録は{0}です。登録から間もないドメインは、評判データに載る前に使い捨てる目的で使われることが多く、不審な点のひとつです。",
                            "The domain was registered {0}. Domains this new are often used and dropped before reputation services list them; that is one of the suspicious points.",
                            told));
        }
        return Statement.say(
                basis,
                Inline.phrase(
                        "ドメインの登録は{0}です。新しさだけからは不審と言えません。",
                        "The domain was registered {0}; its age alone says nothing against it.", told));
    }
}
