package gyotaku.analyse.auth;

import gyotaku.analyse.auth.arc.ArcRecord;
import gyotaku.analyse.auth.arc.ArcResult;
import gyotaku.analyse.auth.dkim.DkimReason;
import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.analyse.auth.dkim.DkimResult.Change;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthExplanation;
import gyotaku.model.mail.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds why a failure need not mean forgery: a signature of the author's domain that is right once a known change is
/// undone, or, which explains more, a forwarder that the operator trusts and that found all in order.
final class Explanations {

    private static final Text CHANGED = Text.of(
            "{0} の署名は、{1}とみて元に戻すと一致します。配送途中の変更と考えられ、不合格でもなりすましとは限りません（合格とは扱いません）。",
            "The signature of {0} matches once this is undone: {1}. The mail was probably changed on its way, and the"
                    + " failure need not mean forgery. It is still no pass.");
    private static final Text VOUCHED = Text.of(
            "信頼するよう設定された中継者 {0} が、受け取った時点で {1} の合格を確認し、改ざんできない形で残しています。不合格は転送のためと説明できます（合格とは扱いません）。",
            "{0}, a forwarder that is trusted by configuration, found on arrival that {1} passed, and sealed that: the failure is"
                    + " explained by forwarding. It is still no pass.");

    private Explanations() {}

    /// A footer may be anything that a fraudster puts under a genuine mail, so one that leads elsewhere than to who
    /// signed the mail explains nothing.
    ///
    /// @param ofAuthor whether a domain belongs to the organization of From
    /// @param trusted whether the operator trusts a station
    static Optional<AuthExplanation> of(
            ParsedMail mail,
            List<DkimVerifier.Outcome> signatures,
            ArcResult.Outcome chain,
            Predicate<String> ofAuthor,
            Predicate<ArcRecord> trusted) {
        Optional<AuthExplanation> vouched = vouched(chain, ofAuthor, trusted);
        return vouched.isPresent() ? vouched : changed(mail, signatures, ofAuthor);
    }

    private static Optional<AuthExplanation> changed(
            ParsedMail mail, List<DkimVerifier.Outcome> signatures, Predicate<String> ofAuthor) {
        return signatures.stream()
                .filter(outcome -> ofAuthor.test(outcome.domain()))
                .filter(outcome -> !leadsElsewhere(mail, outcome.result(), signatures))
                .filter(outcome -> !changes(outcome.result()).isEmpty())
                .map(outcome -> new AuthExplanation(
                        CHANGED.with(outcome.domain(), DkimReason.changes(changes(outcome.result()))),
                        outcome.evidence()))
                .findFirst();
    }

    private static boolean leadsElsewhere(ParsedMail mail, DkimResult result, List<DkimVerifier.Outcome> signatures) {
        if (!(result instanceof DkimResult.BodyChanged changed) || changed.addedFrom() < 0) {
            return false;
        }
        boolean placed = mail.source().encodedIn().isEmpty();
        return mail.links().stream()
                .filter(link ->
                        link.context().isFollowed() && (!placed || link.span().end() > changed.addedFrom()))
                .anyMatch(link -> signatures.stream()
                        .filter(outcome -> outcome.result().isPlainPass())
                        .noneMatch(outcome -> link.target()
                                .domain()
                                .filter(host -> DomainName.of(outcome.domain())
                                        .filter(host::within)
                                        .isPresent())
                                .isPresent()));
    }

    private static List<Change> changes(DkimResult result) {
        return switch (result) {
            case DkimResult.BodyChanged changed -> changed.changes();
            case DkimResult.HeaderChanged changed -> changed.changes();
            case DkimResult.Pass _,
                    DkimResult.TooWeak _,
                    DkimResult.PermError _,
                    DkimResult.KeyGone _,
                    DkimResult.TempError _,
                    DkimResult.KeyNotAsked _,
                    DkimResult.BodyRebuilt _,
                    DkimResult.NotVerified _ -> List.of();
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
        List<String> methods = ResultHeader.arc(last.results().body()).statements().stream()
                .filter(statement -> statement.result().equals("pass") && ofAuthor.test(statement.domain()))
                .map(statement -> statement.method().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        Text named = Text.of(String.join("・", methods), String.join(", ", methods));
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuthExplanation(VOUCHED.with(last.seal().domain(), named), List.of(evidence(last))));
    }

    private static Evidence evidence(ArcRecord last) {
        return new Evidence.InSample(
                "header", last.results().span(), last.results().text(), Trust.CLAIMED);
    }
}
