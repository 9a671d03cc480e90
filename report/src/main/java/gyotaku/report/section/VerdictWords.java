package gyotaku.report.section;

import gyotaku.model.Text;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict;
import gyotaku.report.block.Tone;
import java.util.List;

/// The judgement in words.
public final class VerdictWords {

    private VerdictWords() {}

    /// From here on a mail that is not called suspicious is not called free of suspicion either.
    private static final double DOUBTFUL = 0.2;

    /// Whether nothing was seen that speaks against the mail, and little doubt is left.
    ///
    /// @param against the findings that speak for malice
    static boolean clean(Verdict verdict, List<Finding> against) {
        return verdict.score() < DOUBTFUL && against.isEmpty();
    }

    /// @param against the findings that speak for malice
    static Text sentence(Verdict verdict, List<Finding> against) {
        return switch (verdict.kind()) {
            case PHISHING -> Text.of("フィッシング詐欺と判定しました。", "This is phishing.");
            case SCAM -> Text.of("詐欺を目的としたメールと判定しました。", "This is a scam.");
            case MALWARE -> Text.of("マルウェアに感染させるメールと判定しました。", "This mail delivers malware.");
            case SPAM -> Text.of("迷惑メールと判定しました。", "This is spam.");
            case SUSPICIOUS ->
                Text.of("不審なメールです。詐欺とは断定できません。", "This mail is suspicious; it is not proven to be a fraud.");
            case BENIGN ->
                clean(verdict, against)
                        ? Text.of("不審な点は見つかりませんでした。", "Nothing suspicious was found.")
                        : Text.of("不審なメールと判定するほどの根拠はありませんでした。", "Too little was found to call it suspicious.");
        };
    }

    public static Text kind(Verdict verdict) {
        return switch (verdict.kind()) {
            case PHISHING -> Text.of("フィッシング詐欺", "phishing");
            case SCAM -> Text.of("詐欺", "scam");
            case MALWARE -> Text.of("マルウェア", "malware");
            case SPAM -> Text.of("迷惑メール", "spam");
            case SUSPICIOUS -> Text.of("不審", "suspicious");
            case BENIGN ->
                verdict.score() < DOUBTFUL
                        ? Text.of("不審な点なし", "nothing suspicious found")
                        : Text.of("不審と判定する根拠は不足", "too little to call it suspicious");
        };
    }

    static Text seal(Verdict verdict) {
        return switch (verdict.kind()) {
            case SPAM -> Text.of("迷惑", "Spam");
            case SUSPICIOUS -> Text.of("要注意", "Suspicious");
            case BENIGN ->
                verdict.score() < DOUBTFUL ? Text.of("不審点なし", "Nothing found") : Text.of("断定できず", "Not certain");
            case PHISHING, SCAM, MALWARE -> danger(verdict.level());
        };
    }

    private static Text danger(Verdict.Level level) {
        return switch (level) {
            case CRITICAL, HIGH -> Text.of("危険", "Danger");
            case MEDIUM -> Text.of("警戒", "Warning");
            case LOW, NONE -> Text.of("注意", "Caution");
        };
    }

    public static Text level(Verdict.Level level) {
        return switch (level) {
            case CRITICAL -> Text.same("Critical");
            case HIGH -> Text.same("High");
            case MEDIUM -> Text.same("Medium");
            case LOW -> Text.same("Low");
            case NONE -> Text.same("None");
        };
    }

    /// As `危険（Critical）`.
    public static Text status(Verdict verdict) {
        return Text.of("{0}（{1}）", "{0} ({1})").with(seal(verdict), level(verdict.level()));
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict.kind()) {
            case PHISHING, SCAM, MALWARE -> Tone.DANGER;
            case SPAM, SUSPICIOUS -> Tone.CAUTION;
            case BENIGN -> Tone.QUIET;
        };
    }

    /// In whole percent, never rounded up to certainty.
    public static Text percent(double score) {
        if (score >= 0.995) {
            return Text.of("99 % 以上", "more than 99 %");
        }
        return score < 0.005 ? Text.of("1 % 未満", "less than 1 %") : Text.same(Math.round(score * 100) + " %");
    }
}
