package gyotaku.model.finding;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.util.List;

/// A brand that the mail poses as, from the brand book.
///
/// @param id file name in the brand book, as `ana`
/// @param name its full name
/// @param category what it does: `airline`, `bank`, `card` …
/// @param official its registered domains
/// @param site official site, as written for people
/// @param warning official page that warns of such mails, or empty
/// @param never what it says that it never asks for or does, each a sentence in its own words' sense; empty when
///     nothing published was found
/// @param evidence where the mail names it, and the entry of the book
public record Brand(
        String id,
        Text name,
        String category,
        List<String> official,
        String site,
        String warning,
        List<Text> never,
        List<Evidence> evidence) {

    public Brand {
        official = List.copyOf(official);
        never = List.copyOf(never);
        evidence = List.copyOf(evidence);
    }
}
