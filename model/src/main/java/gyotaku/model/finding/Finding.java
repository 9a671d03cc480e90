package gyotaku.model.finding;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import java.util.List;

/// One observation of one detector.
///
/// @param rule the detector's id, as `own-address-as-sender`
/// @param polarity whether it speaks for or against malice
/// @param severity how much a reader should mind it
/// @param weight what it adds to the log-odds of malice, before the family's cap; ≥ 0, the sign is the polarity's
/// @param text what was seen, one sentence
/// @param evidence what the sentence rests on; never empty
public record Finding(
        String rule,
        Family family,
        Polarity polarity,
        Severity severity,
        double weight,
        Text text,
        List<Evidence> evidence) {

    public enum Polarity {
        FOR,
        AGAINST;

        /// `+` or `-`, as in `case.json`.
        public String sign() {
            return this == FOR ? "+" : "-";
        }
    }

    public enum Severity {
        INFO,
        LOW,
        MEDIUM,
        HIGH
    }

    public Finding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty() || weight < 0 || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("finding " + rule + " needs evidence and a weight ≥ 0");
        }
    }
}
