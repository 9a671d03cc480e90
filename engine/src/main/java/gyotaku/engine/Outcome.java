package gyotaku.engine;

import gyotaku.model.Text;
import gyotaku.model.finding.Case;

/// What came of one sample.
public sealed interface Outcome {

    /// @param finished the case
    /// @param files everything that its folder holds
    record Analysed(Case finished, CaseFiles files) implements Outcome {}

    record NotMail(Text why) implements Outcome {}
}
