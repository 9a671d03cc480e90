package gyotaku.analyse;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.util.List;

/// What a detector saw: the sentence for the reader and what it rests on. Its rule, family and weight are added by
/// the caller.
///
/// @param evidence never empty
public record Observation(Text text, List<Evidence> evidence) {

    public Observation {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing to rest on: " + text.en());
        }
    }

    public static Observation of(Text text, Evidence... evidence) {
        return new Observation(text, List.of(evidence));
    }
}
