package gyotaku.analyse.auth.dmarc;

import gyotaku.analyse.auth.dmarc.DmarcRecord.Policy;
import gyotaku.analyse.auth.dmarc.DmarcResult.Aligned;
import gyotaku.analyse.auth.dmarc.DmarcResult.Applied;
import gyotaku.model.Text;
import java.util.List;

/// Says why DMARC came out as it did, at which name its policy stands, and what it would have done with the mail.
public final class DmarcReason {

    private static final Text PASS = Text.of(
            "{1}が合格し、差出人のドメイン {0} と同じ組織のものです。差出人のドメインの持ち主が認めたメールです。{2}",
            "{1} passed for the organization of {0}: the owner of the domain in From stands behind the mail.{2}");
    private static final Text WEAK = Text.of(
            "{1}が合格し、差出人のドメイン {0} と同じ組織のものですが、証明できる範囲が限られる署名だけに基づく合格です。内容のすべてを持ち主が認めたとは言えません。{2}",
            "{1} passed for the organization of {0}, but the pass rests on nothing but signatures that prove little:"
                    + " it does not show that the owner stands behind all of the mail.{2}");
    private static final Text FAIL = Text.of(
            "差出人のドメイン {0} と同じ組織で合格したものがないため、{0} の持ち主が送ったことを示すものがありません。{1}",
            "Nothing that passed belongs to the organization of {0}, so nothing shows that its owner sent the mail.{1}");
    private static final Text WOULD = Text.of("{0}この方針に従えば、{1}。", "{0} Under that policy {1}.");
    private static final Text NONE = Text.of(
            "{0} にも上位のドメインにも DMARC の方針が公開されていないため、DMARC では判定できません。",
            "Neither {0} nor a domain above it publishes a DMARC policy, so DMARC does not apply.");
    private static final Text PERM = Text.of(
            "差出人欄のドメインが 1 つではない（{0} 件）ため、DMARC では判定できません。",
            "There is not exactly one domain in From ({0}), so DMARC cannot be evaluated.");
    private static final Text TEMPORARY = Text.of(
            "DNS の応答が得られず、DMARC の方針（{0}）が分かりません（{1}）。", "DNS gave no answer about the DMARC policy ({0}: {1}).");
    private static final Text UNASKED =
            Text.of("DNS に問い合わせていないため未評価です（{0}）。", "Not evaluated, since DNS was not asked ({0}).");
    private static final Text UNDECIDED = Text.of(
            "差出人と同じ組織の {0}（{1}）の結果が今からは確定できないため、DMARC も確定できません。{2}",
            "{0} ({1}) belongs to the organization of From and cannot be decided today, so neither can DMARC.{2}");
    private static final Text POLICY =
            Text.of("方針は {0} で公開されている {1}={2} です。", " The policy is {1}={2}, published at {0}.");
    private static final Text TESTING =
            Text.of("{0}試験運用（t=y）のため一段弱く扱います。", "{0} As it is on trial (t=y), it counts one step less.");
    private static final Text EARLIER = Text.of(
            "{0}なお、旧規格 RFC 7489（公開サフィックスリスト方式）では {1} となります。",
            "{0} By the earlier RFC 7489 with the public suffix list it would be {1}.");

    private DmarcReason() {}

    /// @param from the domain in From
    public static Text of(DmarcVerifier.Outcome outcome, String from) {
        Text reason = reason(outcome.result(), from);
        return outcome.earlier()
                .map(then -> EARLIER.with(reason, inShort(then)))
                .orElse(reason);
    }

    private static Text reason(DmarcResult result, String from) {
        return switch (result) {
            case DmarcResult.Pass pass ->
                (pass.weak() ? WEAK : PASS).with(from, aligned(pass.aligned()), policy(pass.applied()));
            case DmarcResult.Fail fail ->
                FAIL.with(
                        from,
                        WOULD.with(policy(fail.applied()), done(fail.applied().asked())));
            case DmarcResult.None none -> NONE.with(none.from());
            case DmarcResult.PermError error -> PERM.with(error.domains());
            case DmarcResult.TempError error ->
                TEMPORARY.with(error.question(), error.why().reason().label());
            case DmarcResult.Undecided open ->
                UNDECIDED.with(open.open().domain(), open.open().method(), policy(open.applied()));
            case DmarcResult.NotEvaluated not -> UNASKED.with(not.why().reason().label());
        };
    }

    private static Text aligned(List<Aligned> aligned) {
        return aligned.stream()
                .map(each -> Text.of("{0}（{1}）", "{0} ({1})").with(each.method(), each.domain()))
                .reduce((one, other) -> Text.of("{0}と {1}", "{0} and {1}").with(one, other))
                .orElse(Text.same(""));
    }

    private static Text policy(Applied applied) {
        Policy written = applied.tag().equals("np")
                ? applied.published().nonexistent().orElse(applied.published().policy())
                : applied.tag().equals("sp")
                        ? applied.published()
                                .subdomains()
                                .orElse(applied.published().policy())
                        : applied.published().policy();
        Text policy = POLICY.with(applied.at(), applied.tag(), written.word());
        return applied.published().testing() ? TESTING.with(policy) : policy;
    }

    private static Text done(Policy policy) {
        return switch (policy) {
            case REJECT -> Text.of("このメールは受信を拒否されます", "this mail would have been rejected");
            case QUARANTINE -> Text.of("このメールは迷惑メールとして隔離されます", "this mail would have been quarantined");
            case NONE -> Text.of("このメールはそのまま配送されます（監視のみ）", "this mail would have been delivered all the same");
        };
    }

    private static Text inShort(DmarcResult result) {
        return Text.same(result.word()
                + result.policy()
                        .map(policy ->
                                " (" + policy.tag() + "=" + policy.asked().word() + ")")
                        .orElse(""));
    }
}
