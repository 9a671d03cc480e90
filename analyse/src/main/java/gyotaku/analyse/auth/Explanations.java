package gyotaku.analyse.auth;

import gyotaku.analyse.auth.arc.ArcRecord;
import gyotaku.analyse.auth.arc.ArcResult;
import gyotaku.analyse.auth.dkim.DkimReason;
import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.analyse.auth.dkim.DkimResult.Change;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthExplanation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds why a failure need not mean forgery: a signature of the author's domain that is right once a known change is
/// undone, or a forwarder that the operator trusts and that found all in order.
final class Explanations {

    private static final Text CHANGED = Text.of(
            "{0} の署名は、{1}と考えると一致します。配送途中の変更と考えられ、不合格でもなりすましとは限りません（合格とは扱いません）。",
            "The signature of {0} matches once one change is undone: {1}. The mail was probably changed on its way, and the"
                    + " failure need not mean forgery. It is still no pass.");
    private static final Text VOUCHED = Text.of(
            "信頼するよう設定された中継者 {0} が、受け取った時点で {1} の合格を確認し、改ざんできない形で残しています。不合格は転送のためと説明できます（合格とは扱いません）。",
            "{0}, a forwarder that is trusted by configuration, found on arrival that {1} passed, and sealed that: the failure is"
                    + " explained by forwarding. It is still no pass.");

    private Explanations() {}

    /// @param ofAuthor whether a domain belongs to the organization of From
    /// @param trusted whether the operator trusts a station
    static Optional<AuthExplanation> of(
            List<DkimVerifier.Outcome> signatures,
            ArcResult.Outcome chain,
            Predicate<String> ofAuthor,
            Predicate<ArcRecord> trusted) {
        return signatures.stream()
                .filter(outcome -> ofAuthor.test(outcome.domain()))
                .flatMap(outcome -> change(outcome.result())
                        .map(change -> new AuthExplanation(
                                CHANGED.with(outcome.domain(), DkimReason.change(change)), outcome.evidence()))
                        .stream())
                .findFirst()
                .or(() -> vouched(chain, ofAuthor, trusted));
    }

    private static Optional<Change> change(DkimResult result) {
        return switch (result) {
            case DkimResult.BodyChanged changed -> changed.change();
            case DkimResult.HeaderChanged changed -> changed.change();
            case DkimResult.Pass _,
                    DkimResult.TooWeak _,
                    DkimResult.PermError _,
                    DkimResult.KeyGone _,
                    DkimResult.TempError _,
                    DkimResult.KeyNotAsked _,
                    DkimResult.NotVerified _ -> Optional.empty();
        };
    }

    /// Whoever seals last can make up the rest, so it is the last station that must be trusted.
    private static Optional<AuthExplanation> vouched(
            ArcResult.Outcome chain, Predicate<String> ofAuthor, Predicate<ArcRecord> trusted) {
        if (!(chain.result() instanceof ArcResult.Pass)
                || !trusted.test(chain.sets().getLast())) {
            return Optional.empty();
        }
        ArcRecord last = chain.sets().getLast();
        return ResultHeader.arc(last.results().body()).statements().stream()
                .filter(statement -> statement.result().equals("pass") && ofAuthor.test(statement.domain()))
                .findFirst()
                .map(statement -> new AuthExplanation(
                        VOUCHED.with(last.seal().domain(), statement.method()), List.of(evidence(last))));
    }

    private static Evidence evidence(ArcRecord last) {
        return new Evidence.InSample(
                "header", last.results().span(), last.results().text(), Trust.CLAIMED);
    }
}
