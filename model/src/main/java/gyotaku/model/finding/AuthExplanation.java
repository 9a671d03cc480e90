package gyotaku.model.finding;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.util.List;

/// Why a failure need not mean forgery: what a way station did to a mail that was right before. It never makes a pass
/// of
/// a failure.
public record AuthExplanation(Text why, List<Evidence> evidence) {

    public AuthExplanation {
        evidence = List.copyOf(evidence);
    }
}
