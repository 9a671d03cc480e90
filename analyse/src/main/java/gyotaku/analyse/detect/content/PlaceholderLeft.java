package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A place that the sender's tool should have filled in was left as it is.
@AutoService(Check.class)
@Detector(id = "placeholder-left", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class PlaceholderLeft implements Check {

    private static final Text SAYS = Text.of(
            "差し込み用の目印「{0}」が、置き換えられないまま残っています。", "A mark that the sender’s tool should have replaced was left: “{0}”");

    private static final List<String> OPEN = List.of(
            "[[",
            "{{",
            "%%",
            "##",
            "{%",
            "[your-",
            "[first",
            "[name",
            "[email",
            "[token",
            "[username",
            "[rand",
            "{name",
            "{email",
            "{first",
            "$name",
            "%name",
            "%email");
    private static final int READ = 20_000;
    private static final int LONGEST = 40;

    @Override
    public Stream<Finding> examine(Subject subject) {
        String from = subject.mail().header("From").map(Header::value).orElse("");
        String text = subject.mail().body().visible();
        return Stream.of(from, subject.mail().subject(), text.substring(0, Math.min(READ, text.length())))
                .flatMap(part -> mark(part).stream())
                .limit(1)
                .map(mark -> finding(
                        SAYS.with(mark),
                        new Evidence.InSample("text", subject.mail().span(), mark, Trust.CLAIMED)));
    }

    /// From an opening to the next closing sign, when letters, digits and marks of names alone stand between.
    private static Optional<String> mark(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return OPEN.stream()
                .map(open -> marked(lower, open))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> marked(String text, String open) {
        for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + open.length())) {
            int end = at + open.length();
            while (end < text.length()
                    && end - at < LONGEST
                    && (Character.isLetterOrDigit(text.charAt(end)) || "_-. ".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            boolean closed = end < text.length() && "]}%#$".indexOf(text.charAt(end)) >= 0 && end > at + 2;
            boolean named = text.substring(Math.min(at + 2, end), end).chars().anyMatch(Character::isLetter);
            boolean same = open.charAt(0) == '[' ? end < text.length() && text.charAt(end) == ']' : closed;
            if (closed && named && same) {
                return Optional.of(text.substring(at, end + 1));
            }
        }
        return Optional.empty();
    }
}
