package gyotaku.analyse;

import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Polarity;
import gyotaku.model.finding.Purpose;
import gyotaku.model.finding.Verdict;
import gyotaku.model.finding.Verdict.Kind;
import gyotaku.model.finding.Verdict.Level;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Weighs findings into a verdict.
///
/// Log-odds: a prior, plus the weights of each family up to its cap, minus the counter-evidence of each family up to
/// the same cap. A rule counts once however often it speaks. What was not looked up adds nothing and takes nothing
/// away. [Weights] says where its figures come from.
final class Judge {

    private static final double CRITICAL = 0.97;
    private static final double HIGH = 0.9;
    private static final double MEDIUM = 0.6;
    private static final int MOST_REASONS = 6;

    private final Weights weights;

    Judge(Weights weights) {
        this.weights = weights;
    }

    /// @param posed whether it poses as a known brand
    Verdict weigh(List<Finding> findings, boolean posed, Purpose.Kind purpose) {
        double score = score(findings);
        Kind kind = kind(findings, posed, purpose);
        List<Finding> without = new Pivot(findings, left -> kind(left, posed, purpose)).smallest();
        return new Verdict(kind, level(kind, score), rounded(score), because(kind, findings), without);
    }

    private Kind kind(List<Finding> findings, boolean posed, Purpose.Kind purpose) {
        double score = score(findings);
        if (score < weights.suspicious()) {
            return Kind.BENIGN;
        }
        return score < weights.malicious() ? mild(purpose) : named(findings, posed, purpose);
    }

    private static Kind mild(Purpose.Kind purpose) {
        return purpose == Purpose.Kind.ADVERTISING ? Kind.SPAM : Kind.SUSPICIOUS;
    }

    private static Kind named(List<Finding> findings, boolean posed, Purpose.Kind purpose) {
        return switch (purpose) {
            case CREDENTIALS, CARD -> Kind.PHISHING;
            case MALWARE -> Kind.MALWARE;
            case MONEY, EXTORTION, ADVANCE_FEE -> Kind.SCAM;
            case ADVERTISING -> posed ? Kind.PHISHING : Kind.SPAM;
            case NONE -> unnamed(findings, posed);
        };
    }

    private static Kind unnamed(List<Finding> findings, boolean posed) {
        boolean file = speaksFor(findings, Family.ATTACHMENT);
        boolean link = speaksFor(findings, Family.LINK)
                || speaksFor(findings, Family.REPUTATION)
                || speaksFor(findings, Family.PAGE);
        if (posed || link) {
            return Kind.PHISHING;
        }
        return file ? Kind.MALWARE : Kind.SUSPICIOUS;
    }

    private static boolean speaksFor(List<Finding> findings, Family family) {
        return findings.stream().anyMatch(finding -> finding.family() == family && finding.polarity() == Polarity.FOR);
    }

    private static Level level(Kind kind, double score) {
        return switch (kind) {
            case BENIGN -> Level.NONE;
            case SPAM -> Level.LOW;
            case SUSPICIOUS -> score < MEDIUM ? Level.LOW : Level.MEDIUM;
            case PHISHING, SCAM, MALWARE ->
                score >= CRITICAL ? Level.CRITICAL : score >= HIGH ? Level.HIGH : Level.MEDIUM;
        };
    }

    private double score(List<Finding> findings) {
        double odds = weights.prior() + sum(findings, Polarity.FOR) - sum(findings, Polarity.AGAINST);
        return 1 / (1 + StrictMath.exp(-odds));
    }

    private double sum(Collection<Finding> findings, Polarity polarity) {
        Map<Family, Double> byFamily = new EnumMap<>(Family.class);
        Set<String> counted = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.polarity() == polarity && counted.add(finding.rule())) {
                byFamily.merge(finding.family(), finding.weight(), Double::sum);
            }
        }
        double sum = 0;
        for (Map.Entry<Family, Double> family : byFamily.entrySet()) {
            sum += Math.min(family.getValue(), weights.cap(family.getKey()));
        }
        return sum;
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }

    /// The heaviest of the side that won, each rule once.
    private static List<Finding> because(Kind kind, List<Finding> findings) {
        Polarity side = kind == Kind.BENIGN ? Polarity.AGAINST : Polarity.FOR;
        Set<String> rules = new HashSet<>();
        return findings.stream()
                .filter(finding -> finding.polarity() == side && finding.weight() > 0)
                .sorted((a, b) -> Double.compare(b.weight(), a.weight()))
                .filter(finding -> rules.add(finding.rule()))
                .limit(MOST_REASONS)
                .toList();
    }
}
