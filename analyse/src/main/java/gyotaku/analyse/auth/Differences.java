package gyotaku.analyse.auth;

import gyotaku.analyse.auth.arc.ArcRecord;
import gyotaku.analyse.auth.arc.ArcResult;
import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthDifference;
import gyotaku.model.finding.AuthResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds where headers say something else than what was computed, and why that may be.
final class Differences {

    private static final Text CLAIMED = Text.of(
            "計算した結果（{0}）と異なります。送信者が書き込める場所にあるため、この記載は根拠になりません。",
            "It differs from the computed result ({0}). It stands where the sender can write, so nothing rests on it.");
    private static final Text STATION = Text.of(
            "計算した結果（{0}）と異なります。中継者 {1} が受け取った時点の記録ですが、信頼するよう設定された中継者ではないため、根拠にはしません。",
            "It differs from the computed result ({0}). It is what the station {1} found on arrival; as that is not trusted by"
                    + " configuration, nothing rests on it.");
    private static final Text TRUSTED_STATION = Text.of(
            "計算した結果（{0}）と異なります。信頼するよう設定された中継者 {1} が受け取った時点の記録で、その後の転送により変わったと考えられます。",
            "It differs from the computed result ({0}). It is what {1}, which is trusted by configuration, found on arrival;"
                    + " forwarding probably made the difference.");
    private static final Text SPF_CHANGED = Text.of(
            "計算した結果（{0}）と異なります。受信後に SPF レコードが変更された可能性があります。受信時の判定としては受信側の記録が正しく、計算した結果は解析時点のものです。",
            "It differs from the computed result ({0}): the SPF record may have changed since receipt. For the time of receipt"
                    + " the stamp holds; what was computed is of today.");
    private static final Text OTHER_IDENTITY = Text.of(
            "計算した結果（{0}）は {1} についてのもので、この記載は {2} についてのものです。",
            "The computed result ({0}) is about {1}, this one about {2}.");
    private static final Text BODY_OR_HEADER = Text.of(
            "計算した結果（{0}）と異なります。受信側が検証した後、転送や保存の際にメールが変わったと考えられます。",
            "It differs from the computed result ({0}): the mail was probably changed by forwarding or saving after the"
                    + " receiving side had verified it.");
    private static final Text KEY_GONE = Text.of(
            "受信時には鍵が公開されていて合格し、その後に取り下げられたと考えられます。受信時の判定としては受信側の記録が正しいとみられます。",
            "The key was probably published at receipt and withdrawn since. For the time of receipt the stamp holds.");
    private static final Text TOO_WEAK = Text.of(
            "受信側は合格と記録していますが、現在の規格では弱すぎて有効と認められない署名です。",
            "The receiving side accepted the signature; by today's rules it is too weak to count.");
    private static final Text WEAK = Text.of(
            "受信側は合格と記録していますが、この署名が証明できる範囲は限られます。",
            "The receiving side recorded a pass; what the signature proves is little.");
    private static final Text PASSES_NOW = Text.of(
            "受信側は不合格と記録していますが、今回の計算では合格です。受信時に DNS の応答が得られなかったか、その後にレコードが変わった可能性があります。",
            "The receiving side recorded a failure, and it passes today: DNS may not have answered then, or the record was"
                    + " changed since.");
    private static final Text DMARC = Text.of(
            "計算した結果（{0}）と異なります。SPF・DKIM の違い、方針の変更、または受信側独自の扱い（ARC など）によるものと考えられます。",
            "It differs from the computed result ({0}): SPF or DKIM came out differently, the policy was changed, or the"
                    + " receiving side has rules of its own (such as for ARC).");
    private static final Text NO_SUCH_SIGNATURE =
            Text.of("このメールに {0} の署名はありません。", "The mail carries no signature of {0}.");
    private static final Text OTHER = Text.of("計算した結果（{0}）と異なります。", "It differs from the computed result ({0}).");

    private final Map<String, AuthResult> computed;
    private final List<DkimVerifier.Outcome> signatures;
    private final ArcResult.Outcome chain;
    private final Predicate<ArcRecord> trusted;

    /// @param computed by method
    /// @param trusted whether the operator trusts a station
    Differences(
            Map<String, AuthResult> computed,
            List<DkimVerifier.Outcome> signatures,
            ArcResult.Outcome chain,
            Predicate<ArcRecord> trusted) {
        this.computed = computed;
        this.signatures = signatures;
        this.chain = chain;
        this.trusted = trusted;
    }

    List<AuthDifference> of(List<AuthClaim> claims) {
        return claims.stream()
                .flatMap(claim -> why(claim).map(why -> new AuthDifference(claim, why)).stream())
                .toList();
    }

    private Optional<Text> why(AuthClaim claim) {
        Optional<ArcRecord> station = station(claim);
        if (station.isPresent()) {
            return station(claim, station.get());
        }
        Optional<DkimVerifier.Outcome> signature = signature(claim);
        if (signature.isPresent()) {
            return dkim(claim, signature.get().result());
        }
        if (claim.method().equals("dkim")
                && claim.result().equals("pass")
                && !claim.domain().isEmpty()) {
            return Optional.of(NO_SUCH_SIGNATURE.with(claim.domain()));
        }
        AuthResult result = computed.get(claim.method());
        return result == null || !result.isEvaluated() || isSame(claim, result.result())
                ? Optional.empty()
                : Optional.of(unlike(claim, result));
    }

    /// The station of a valid chain that recorded it.
    private Optional<ArcRecord> station(AuthClaim claim) {
        return chain.result() instanceof ArcResult.Pass
                ? chain.sets().stream()
                        .filter(set -> claim.evidence() instanceof Evidence.InSample seen && isAt(seen, set))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAt(Evidence.InSample seen, ArcRecord set) {
        return seen.excerpt().startsWith("ARC-")
                && seen.span().start() == set.results().span().start();
    }

    private Optional<Text> station(AuthClaim claim, ArcRecord station) {
        AuthResult result = computed.get(claim.method());
        return result == null || !result.isEvaluated() || isSame(claim, result.result())
                ? Optional.empty()
                : Optional.of((trusted.test(station) ? TRUSTED_STATION : STATION)
                        .with(result.result(), station.seal().domain()));
    }

    /// The signature that a claim is about; of several of one domain, one that came out the same.
    private Optional<DkimVerifier.Outcome> signature(AuthClaim claim) {
        return signatures.stream()
                .filter(outcome ->
                        claim.method().equals("dkim") && outcome.domain().equalsIgnoreCase(claim.domain()))
                .min(Comparator.comparing(
                        outcome -> !isSame(claim, outcome.result().word())));
    }

    private static boolean isSame(AuthClaim claim, String word) {
        return claim.result().equals(word) || claim.result().equals("hardfail") && word.equals("fail");
    }

    private static Text unlike(AuthClaim claim, AuthResult result) {
        if (claim.trust() != Trust.STAMPED) {
            return CLAIMED.with(result.result());
        }
        return switch (claim.method()) {
            case "spf" -> spf(claim, result);
            case "dmarc" -> DMARC.with(result.result());
            default -> OTHER.with(result.result());
        };
    }

    private static Text spf(AuthClaim claim, AuthResult result) {
        boolean other = !claim.domain().isEmpty() && !claim.domain().equalsIgnoreCase(result.domain());
        return other
                ? OTHER_IDENTITY.with(result.result(), result.domain(), claim.domain())
                : SPF_CHANGED.with(result.result());
    }

    private static Optional<Text> dkim(AuthClaim claim, DkimResult result) {
        boolean stamped = claim.trust() == Trust.STAMPED;
        if (isSame(claim, result.word())) {
            return stamped && result.isPass() && !result.isPlainPass() ? Optional.of(WEAK) : Optional.empty();
        }
        if (result.word().equals("not-evaluated")) {
            return Optional.empty();
        }
        if (!stamped) {
            return Optional.of(CLAIMED.with(result.word()));
        }
        return Optional.of(claim.result().equals("pass") ? passedThen(result) : failedThen(result));
    }

    private static Text passedThen(DkimResult result) {
        return switch (result) {
            case DkimResult.BodyChanged _, DkimResult.HeaderChanged _ -> BODY_OR_HEADER.with(result.word());
            case DkimResult.KeyGone _ -> KEY_GONE;
            case DkimResult.TooWeak _ -> TOO_WEAK;
            case DkimResult.Pass _,
                    DkimResult.PermError _,
                    DkimResult.TempError _,
                    DkimResult.KeyNotAsked _,
                    DkimResult.BodyRebuilt _,
                    DkimResult.NotVerified _ -> OTHER.with(result.word());
        };
    }

    private static Text failedThen(DkimResult result) {
        return result.isPass() ? PASSES_NOW : OTHER.with(result.word());
    }
}
