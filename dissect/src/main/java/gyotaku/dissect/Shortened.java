package gyotaku.dissect;

import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// An answer that is too long, with what matters least left out: first what the files look like, then what they say,
/// then what lies in them. What stands out about them, and that something was left out, is always said.
final class Shortened {

    private static final List<UnaryOperator<Opened>> STEPS = List.of(
            UnaryOperator.identity(),
            opened -> without(opened, false),
            opened -> without(opened, true),
            Shortened::withoutFiles,
            Shortened::bare);

    private Shortened() {}

    /// @param most bytes; at least what the bare answer takes
    static byte[] to(Opened opened, int most) {
        byte[] bytes = new byte[0];
        for (UnaryOperator<Opened> step : STEPS) {
            Opened shorter = step.apply(opened);
            bytes = Frames.bytes(shorter.equals(opened) ? opened : said(shorter, most));
            if (bytes.length <= most) {
                return bytes;
            }
        }
        return bytes;
    }

    private static Opened said(Opened opened, int most) {
        List<Truncated> truncated = new ArrayList<>(opened.truncated());
        truncated.add(new Truncated(
                "answerBytes", most, Text.of("ファイルの見た目や本文などの一部", "some of what files look like, say or hold")));
        return new Opened(
                opened.state(),
                opened.detail(),
                opened.traits(),
                opened.links(),
                opened.texts(),
                opened.files(),
                opened.views(),
                truncated,
                opened.message());
    }

    private static Opened without(Opened opened, boolean texts) {
        return new Opened(
                opened.state(),
                opened.detail(),
                opened.traits(),
                opened.links(),
                texts ? List.of() : opened.texts(),
                opened.files().stream()
                        .map(file -> new Inside(
                                file.name(),
                                file.looksLike(),
                                file.size(),
                                file.prints(),
                                without(file.opened(), texts)))
                        .toList(),
                List.of(),
                opened.truncated(),
                opened.message());
    }

    private static Opened withoutFiles(Opened opened) {
        return new Opened(
                opened.state(),
                opened.detail(),
                opened.traits(),
                opened.links(),
                List.of(),
                List.of(),
                List.of(),
                opened.truncated(),
                opened.message());
    }

    private static Opened bare(Opened opened) {
        return Opened.of(Opened.State.FAILED, "what was found in it is longer than an answer may be");
    }
}
