package gyotaku.model.finding;

import java.util.List;

/// The judgement.
///
/// @param score probability that the mail is malicious or deceptive, 0 to 1, three decimals
/// @param because the findings that carry it, the heaviest first
/// @param without the smallest set of findings whose absence would change the class
public record Verdict(Kind kind, Level level, double score, List<Finding> because, List<Finding> without) {

    public enum Kind {
        PHISHING,
        SCAM,
        MALWARE,
        SPAM,
        SUSPICIOUS,
        BENIGN
    }

    public enum Level {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        NONE
    }

    public Verdict {
        because = List.copyOf(because);
        without = List.copyOf(without);
    }
}
