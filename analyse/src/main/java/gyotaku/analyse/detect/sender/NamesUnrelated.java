package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Strangers;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The sender’s name, his address and the links are of three different names.
@AutoService(Check.class)
@Detector(id = "names-unrelated", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class NamesUnrelated implements Check {

    private static final Text SAYS = Text.of(
            "差出人の表示名「{0}」の語は、アドレスのドメイン {1} にもリンク先 {2} にも現れません。",
            "No word of the sender’s name “{0}” is found in the address’ domain {1} or in the links ({2}).");

    /// Shorter words are articles and initials, and stand in most names by chance.
    private static final int WORD = 3;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Strangers.of(subject).stream()
                .flatMap(seen -> subject.mail().from().stream()
                        .filter(from -> unrelated(from, seen))
                        .flatMap(from -> new Parties(subject)
                                .header("From").stream()
                                        .map(header -> finding(
                                                SAYS.with(
                                                        from.name(),
                                                        seen.from(),
                                                        seen.domains().first()),
                                                header,
                                                seen.links().getFirst().evidence()))));
    }

    private static boolean unrelated(Mailbox from, Strangers seen) {
        List<String> words = Stream.of(from.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> word.length() >= WORD)
                .toList();
        Stream<String> names = Stream.concat(
                from.domain().stream().map(DomainName::ascii),
                seen.links().stream().map(link -> link.target().host()));
        String address = from.localPart().toLowerCase(Locale.ROOT);
        return !words.isEmpty()
                && words.stream().noneMatch(address::contains)
                && names.noneMatch(name -> words.stream().anyMatch(name::contains));
    }
}
