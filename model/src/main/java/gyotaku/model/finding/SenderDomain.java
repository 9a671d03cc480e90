package gyotaku.model.finding;

import gyotaku.model.Text;
import java.util.Locale;

/// Whose domain stands in From, the way Japan's Council of Anti-Phishing counts phishing mail: what DMARC can stop,
/// what
/// passes for want of a policy, and what comes from a domain of the sender's own.
public enum SenderDomain {
    /// Somebody else's domain, whose owner asks that such mail be rejected or quarantined.
    STOPPABLE(Text.of(
            "なりすまし。DMARC の方針（reject または quarantine）に従えば止められます。",
            "Spoofed; the DMARC policy (reject or quarantine) would stop it.")),
    /// Somebody else's domain, without a policy that would stop such mail.
    PASSED_THROUGH(Text.of(
            "なりすまし。DMARC の方針が none または未設定のため素通りします。",
            "Spoofed; let through, since the DMARC policy is none or missing.")),
    /// A domain of the sender's own: it passes.
    OWN_DOMAIN(Text.of("送信者自身の独自ドメイン。DMARC では止められません。", "The sender's own domain, which DMARC does not stop.")),
    /// None of the brand's; whether it is the sender's own was not proven.
    OTHER_DOMAIN(Text.of(
            "名乗っているブランドのものではないドメイン。ブランド側の DMARC では止められません。",
            "A domain that is none of the brand's, which the brand's DMARC does not stop.")),
    UNKNOWN(Text.of("判定できません。", "Not known."));

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
