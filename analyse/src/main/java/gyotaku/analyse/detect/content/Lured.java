package gyotaku.analyse.detect.content;

import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Visible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The phrases of one tactic that a mail uses.
///
/// @param quote the first of them in quotation marks
/// @param evidence where they stand
record Lured(Text quote, List<Evidence> evidence) {

    private static final int SHOWN = 3;

    /// One plain phrase, or two hints, are enough.
    private static final int ENOUGH = 2;

    static Optional<Lured> by(String tactic, Subject subject) {
        return by(tactic, ENOUGH, subject);
    }

    /// @param enough the strength that all phrases must have together, a plain one counting 2
    static Optional<Lured> by(String tactic, int enough, Subject subject) {
        Wording wording = subject.wording();
        List<Wording.Found> found = longest(wording.lures(tactic));
        int strength = found.stream().mapToInt(Wording.Found::strength).sum();
        if (strength < enough) {
            return Optional.empty();
        }
        List<Wording.Found> shown = found.stream()
                .sorted((a, b) -> b.strength() - a.strength())
                .limit(SHOWN)
                .toList();
        return Optional.of(new Lured(
                quoted(wording, shown),
                shown.stream().map(wording::evidence).distinct().toList()));
    }

    /// Without those that are a part of a longer one.
    private static List<Wording.Found> longest(List<Wording.Found> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> isPart(one, other)))
                .toList();
    }

    private static boolean isPart(Wording.Found one, Wording.Found other) {
        return one.place() == other.place()
                && one.start() >= other.start()
                && one.end() <= other.end()
                && one.end() - one.start() < other.end() - other.start();
    }

    private static Text quoted(Wording wording, List<Wording.Found> shown) {
        List<String> quotes =
                shown.stream().map(wording::quote).map(Visible::of).distinct().toList();
        return Text.of(
                quotes.stream().map(quote -> "「" + quote + "」").collect(Collectors.joining()),
                quotes.stream().map(quote -> "“" + quote + "”").collect(Collectors.joining(", ")));
    }
}
