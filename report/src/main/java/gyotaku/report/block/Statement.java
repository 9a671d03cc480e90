package gyotaku.report.block;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.util.Arrays;
import java.util.List;

/// What a reader is told. Facts of the case can only be told as a [Sentence], and no sentence is without evidence.
public sealed interface Statement {

    /// A label, an explanation or an advice that is the same in every report.
    record Fixed(Text words) implements Statement {}

    /// A fact of this case and what it rests on.
    record Sentence(List<Inline> parts, List<Evidence> evidence) implements Statement {
        public Sentence {
            parts = List.copyOf(parts);
            evidence = evidence.stream().distinct().toList();
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("no sentence without evidence: " + parts);
            }
        }
    }

    /// Something that nobody looked at, and why: it says nothing about the mail.
    record Gap(List<Inline> what, Text why) implements Statement {
        public Gap {
            what = List.copyOf(what);
        }
    }

    static Statement fixed(String ja, String en) {
        return new Fixed(Text.of(ja, en));
    }

    static Statement say(List<Evidence> evidence, Inline... parts) {
        return new Sentence(Arrays.asList(parts), evidence);
    }

    static Statement say(Evidence evidence, Inline... parts) {
        return new Sentence(Arrays.asList(parts), List.of(evidence));
    }

    static Statement gap(Text why, Inline... what) {
        return new Gap(Arrays.asList(what), why);
    }
}
