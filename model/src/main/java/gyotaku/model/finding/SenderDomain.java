package gyotaku.model.finding;

import gyotaku.model.Text;
import java.util.Locale;

/// Whose domain stands in From, the way Japan's Council of Anti-Phishing counts phishing mail: what DMARC can stop,
/// what
/// passes for want of a policy, and what comes from a domain of the sender's own.
public enum SenderDomain {
    /// Somebody else's domain, whose owner asks that such mail be rejected or quarantined.
    STOPPABLE(Text.of(
            "なりすまし（DMARC の reject／quarantine で止められるもの）", "spoofed, and stoppable by DMARC (reject or quarantine)")),
    /// Somebody else's domain, without a policy that would stop such mail.
    PASSED_THROUGH(Text.of(
            "なりすまし（DMARC が none または未設定で素通りするもの）", "spoofed, and let through (DMARC policy none, or no record)")),
    /// A domain of the sender's own, which passes or is none of the brand's.
    OWN_DOMAIN(Text.of("送信者自身の独自ドメイン（DMARC では止められないもの）", "the sender's own domain, which DMARC does not stop")),
    UNKNOWN(Text.of("判定できません", "not known"));

    private final Text label;

    SenderDomain(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /// The word of `case.json`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
