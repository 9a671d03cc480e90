package gyotaku.analyse.auth.arc;

import gyotaku.analyse.auth.arc.ArcResult.Fault;
import gyotaku.model.Text;

/// Says in one or two sentences why the chain came out as it did.
public final class ArcReason {

    private static final Text NONE = Text.of("ARC の記録がありません（転送経路を示す印がない）。", "The mail carries no ARC chain.");
    private static final Text PASS = Text.of(
            "中継者 {0} 件の印がすべて正しく、最後の中継者 {1} が送り出してからメールは変わっていません。",
            "The seals of all {0} stations are right, and nothing was changed after the last of them, {1}.");
    private static final Text PASS_ONE = Text.of(
            "中継者 {1} の印は正しく、送り出してからメールは変わっていません。",
            "The seal of the one station, {1}, is right, and nothing was changed after it.");
    private static final Text TRUSTED = Text.of(
            "{0}{1} は設定（trust.sealers）で信頼された中継者なので、転送による SPF や DKIM の失敗を、この中継者の記録で説明できます。",
            "{0} {1} is trusted by configuration (trust.sealers), so what it recorded explains failures of SPF or DKIM that"
                    + " forwarding causes.");
    private static final Text UNTRUSTED = Text.of(
            "{0}ただし {1} は設定（trust.sealers）で信頼された中継者ではないため、その記録を根拠にはしません。誰でも印を付けられます。",
            "{0} Yet {1} is not trusted by configuration (trust.sealers), so nothing rests on what it recorded: anybody can"
                    + " seal.");
    private static final Text FAIL = Text.of("ARC の記録は無効です：{0}。", "The ARC chain is not valid: {0}.");
    private static final Text MESSAGE = Text.of(
            "最後の中継者（{0} 番目）の印を付けてからメールが変わったか、印が使えないため、ARC の記録は無効です。",
            "The mail was changed after the last station ({0}) sealed it, or its seal cannot be used: the ARC chain is not"
                    + " valid.");
    private static final Text GONE = Text.of(
            "中継者（{0} 番目）の鍵（{1}）は現在公開されておらず、今からは確かめられません。",
            "The key of station {0} ({1}) is no longer published, so the chain cannot be checked afterwards.");
    private static final Text TEMPORARY =
            Text.of("DNS の応答が得られず、中継者の鍵（{0}）を確認できません（{1}）。", "DNS gave no answer about a key of the chain ({0}: {1}).");
    private static final Text UNASKED = Text.of(
            "ARC の記録の形は正しいものの、DNS に鍵を問い合わせていないため未評価です（{0}）。",
            "The ARC chain is well formed; its keys were not asked for in DNS ({0}), so it is not evaluated.");

    private static final Text REBUILT = Text.of(
            "ARC の記録は確認できません。このファイル形式（Outlook の .msg など）には、本文が送信時のままのバイト列では残らないためです。",
            "The ARC chain cannot be checked: a file of this format (such as Outlook's .msg) does not keep the text byte for"
                    + " byte as it was sent.");

    private ArcReason() {}

    /// @param trusted whether the operator trusts the last station
    public static Text of(ArcResult.Outcome outcome, boolean trusted) {
        return switch (outcome.result()) {
            case ArcResult.None _ -> NONE;
            case ArcResult.Pass _ -> passed(outcome, trusted);
            case ArcResult.Fail fail -> FAIL.with(fault(fail));
            case ArcResult.MessageFail fail -> MESSAGE.with(fail.instance());
            case ArcResult.KeyGone gone -> GONE.with(gone.instance(), gone.name());
            case ArcResult.TempError error ->
                TEMPORARY.with(error.question(), error.why().reason().label());
            case ArcResult.BodyRebuilt _ -> REBUILT;
            case ArcResult.NotEvaluated not -> UNASKED.with(not.why().reason().label());
        };
    }

    private static Text passed(ArcResult.Outcome outcome, boolean trusted) {
        String last = outcome.sets().getLast().seal().domain();
        int stations = outcome.sets().size();
        Text pass = (stations == 1 ? PASS_ONE : PASS).with(stations, last);
        return (trusted ? TRUSTED : UNTRUSTED).with(pass, last);
    }

    private static Text fault(ArcResult.Fail fail) {
        Text what = fault(fail.fault()).with(fail.detail());
        return fail.instance() > 0
                ? Text.of("{0} 番目の中継者：{1}", "station {0}: {1}").with(fail.instance(), what)
                : what;
    }

    private static Text fault(Fault fault) {
        return switch (fault) {
            case TOO_MANY_SETS ->
                Text.of("中継者が {0} 件と上限の 50 件を超える", "{0} stations are more than the 50 that are allowed");
            case STRUCTURE -> Text.of("欄が欠けているか重複している {0}", "a field is missing or stands twice {0}");
            case SYNTAX -> Text.of("書式の誤り {0}", "syntax error {0}");
            case VALIDATION -> Text.of("あるべき値でない {0}", "{0} is not what its place demands");
            case FAILED_BEFORE -> Text.of("途中の中継者 {0} が無効と記録している", "{0} on the way found the chain broken");
            case SEAL_WRONG -> Text.of("{0} の印が一致しない", "the seal of {0} does not match");
            case SEAL_UNUSABLE -> Text.of("印の鍵が使えない（{0}）", "the key of the seal cannot be used ({0})");
        };
    }
}
