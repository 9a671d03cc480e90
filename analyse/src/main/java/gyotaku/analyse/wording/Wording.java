package gyotaku.analyse.wording;

import gyotaku.model.Evidence;
import gyotaku.model.Trust;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a mail says, folded once for all who compare words, with the phrases of the lexicon found in it.
///
/// @param sender the display name of From
/// @param links the text of each followed link
/// @param lures hits by the tactic's id
public record Wording(
        ParsedMail mail,
        Folded sender,
        Folded subject,
        Folded body,
        List<Folded> links,
        Map<String, List<Found>> lures) {

    /// Where a phrase stands.
    public enum Place {
        SENDER,
        SUBJECT,
        BODY
    }

    /// A phrase of the lexicon in this mail.
    ///
    /// @param strength of the phrase, as its file says: 1 for a hint, 2 for plain words
    public record Found(Place place, int start, int end, int strength, String phrase) {}

    public Wording {
        links = List.copyOf(links);
        lures = Map.copyOf(lures);
    }

    public static Wording of(ParsedMail mail) {
        Folded sender = Folded.meant(mail.from().map(Mailbox::name).orElse(""));
        Folded subject = Folded.meant(mail.subject());
        Folded body = Folded.meant(shown(mail));
        List<Folded> links = mail.links().stream()
                .filter(link -> link.context().isFollowed())
                .map(Link::text)
                .map(Folded::meant)
                .toList();
        Lexicon lexicon = Lexicon.bundled();
        Map<String, List<Found>> lures = new TreeMap<>();
        lexicon.find(sender, Place.SENDER, lures);
        lexicon.find(subject, Place.SUBJECT, lures);
        lexicon.find(body, Place.BODY, lures);
        return new Wording(mail, sender, subject, body, links, lures);
    }

    /// What the mail says, and what its pictures say where it is made of them.
    private static String shown(ParsedMail mail) {
        return Stream.concat(Stream.of(mail.body().visible()), mail.recognised().map(ParsedMail.Recognised::text))
                .collect(Collectors.joining("\n\n"));
    }

    /// A place of the body: in its text, or in the picture that shows it.
    private Evidence inBody(int start, String excerpt) {
        int end = mail.body().visible().length();
        for (ParsedMail.Recognised picture : mail.recognised().toList()) {
            int from = end + 2;
            end = from + picture.text().length();
            if (start >= from && start < end) {
                return picture.evidence(excerpt);
            }
        }
        return new Evidence.InSample("text", mail.body().span(), excerpt, Trust.CLAIMED);
    }

    /// The hits of one tactic: subject first, then in the order of the body; each phrase once.
    public List<Found> lures(String tactic) {
        return lures.getOrDefault(tactic, List.of());
    }

    public boolean says(String tactic) {
        return !lures(tactic).isEmpty();
    }

    public Folded at(Place place) {
        return switch (place) {
            case SENDER -> sender;
            case SUBJECT -> subject;
            case BODY -> body;
        };
    }

    /// The words of a hit as they stand in the mail.
    public String quote(Found found) {
        return at(found.place()).excerpt(found.start(), found.end(), 0);
    }

    public Evidence evidence(Found found) {
        return evidence(found.place(), found.start(), found.end());
    }

    /// A place of the text as evidence, with some words around it.
    public Evidence evidence(Place place, int start, int end) {
        String excerpt = at(place).excerpt(start, end, 40);
        return switch (place) {
            case SENDER -> header("From", excerpt);
            case SUBJECT -> header("Subject", excerpt);
            case BODY -> inBody(body.origin(start), excerpt);
        };
    }

    /// The whole header of that name, or the excerpt as text of the body when it is missing.
    private Evidence header(String name, String excerpt) {
        return mail.header(name)
                .map((Header header) -> header.evidence(Trust.CLAIMED))
                .orElseGet(() -> new Evidence.InSample("text", mail.body().span(), excerpt, Trust.CLAIMED));
    }

    /// Everything a reader reads as one line of text, for questions about the language.
    public String read() {
        return List.of(mail.subject(), shown(mail)).stream().collect(Collectors.joining("\n"));
    }
}
